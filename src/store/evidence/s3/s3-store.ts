import type { EvidenceStore } from '../contract.ts';
import { objectPath } from '../object-name.ts';
import { discard, receive } from '../receive.ts';
import { sniffType } from '../sniff/sniff-type.ts';
import { sweepIncoming } from '../sweep-incoming.ts';
import { call, readText } from './call.ts';
import { storedBytes } from './head.ts';
import { listObjects } from './list.ts';
import { putObject } from './put.ts';
import { readObject } from './read.ts';
import type { S3Place } from './s3-place.ts';

/**
 * Objects in an S3 bucket. An upload is first written to `incoming` on this machine's disk: its name is its hash,
 * which is known at its end. A temporary key and a copy would need no disk, but S3 copies at most 5 GiB, R2 names the
 * copy's condition otherwise, a signed hash could not be sent, and each upload that breaks off would leave litter there.
 */
export function s3Store(place: S3Place, incoming: string): EvidenceStore {
  const key = (sha256: string) => `${place.prefix}${objectPath(sha256)}`;
  let swept: Promise<void> | undefined;
  return {
    async put(body, { maxBytes }) {
      await (swept ??= sweepIncoming(incoming, Date.now()));
      const received = await receive(body, maxBytes, incoming);
      try {
        const { sha256, bytes, head } = received;
        const type = await sniffType(head, bytes);
        return { sha256, bytes, type, existed: await putObject(place, key(sha256), type, received) };
      } finally {
        await discard(received.file);
      }
    },
    get: async (sha256, range) => readObject(place, key(sha256), sha256, range),
    has: async (sha256) => (await storedBytes(place, key(sha256))) !== undefined,
    list: () => listObjects(place),
    async remove(sha256) {
      await call(place, { method: 'DELETE', key: key(sha256) }, [200, 204, 404], readText);
    },
    describe: () => `S3 ${place.name}`,
  };
}
