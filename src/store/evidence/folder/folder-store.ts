import { rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { diskError, isMissing } from '../disk-error.ts';
import type { EvidenceStore } from '../contract.ts';
import { objectPath } from '../object-name.ts';
import { discard, receive } from '../receive.ts';
import { sniffType } from '../sniff/sniff-type.ts';
import { sweepIncoming } from '../sweep-incoming.ts';
import { syncFolder } from '../sync-folder.ts';
import { keep } from './keep.ts';
import { listFrom } from './list.ts';
import { readFrom } from './read.ts';

/** Objects as read-only files below `root` (mode 0400, `ab/ab12…`); uploads grow in `root/incoming`, on the same disk. */
export function folderStore(root: string): EvidenceStore {
  const incoming = path.join(root, 'incoming');
  let swept: Promise<void> | undefined;

  const saying = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      throw diskError(error, root);
    }
  };

  return {
    async put(body, { maxBytes }) {
      await (swept ??= sweepIncoming(incoming, Date.now()));
      const received = await receive(body, maxBytes, incoming);
      try {
        const existed = await saying(keep(received, root));
        const { sha256, bytes, head } = received;
        return { sha256, bytes, type: await sniffType(head, bytes), existed };
      } finally {
        await discard(received.file);
      }
    },
    get: (sha256, range) => readFrom(root, sha256, range),
    async has(sha256) {
      try {
        return (await stat(path.join(root, objectPath(sha256)))).isFile();
      } catch (error) {
        if (isMissing(error)) return false;
        throw diskError(error, root);
      }
    },
    list: () => listFrom(root),
    async remove(sha256) {
      const file = path.join(root, objectPath(sha256));
      try {
        await rm(file);
        await syncFolder(path.dirname(file));
      } catch (error) {
        if (!isMissing(error)) throw diskError(error, root);
      }
    },
    describe: () => `folder ${root}`,
  };
}
