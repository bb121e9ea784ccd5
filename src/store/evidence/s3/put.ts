import { EvidenceError } from '../evidence-error.ts';
import { fileBytes } from '../file-bytes.ts';
import type { Received } from '../receive.ts';
import { call, readText } from './call.ts';
import { storedBytes } from './head.ts';
import { putInParts } from './multipart.ts';
import type { S3Place } from './s3-place.ts';

/** Above this a file goes in parts, so that a broken connection costs a part and not all. */
const inPartsBytes = 64 * 1_048_576;

function putWhole(place: S3Place, key: string, type: string, { file, bytes, sha256 }: Received) {
  const payload = { bytes, sha256, open: () => fileBytes(file, 0, bytes) };
  const headers = { 'if-none-match': '*', 'content-type': type };
  return call(place, { method: 'PUT', key, headers, payload }, [200, 412], readText);
}

/** @throws EvidenceError `evidence.corrupt` when what has the name cannot be these bytes */
function sameSize(place: S3Place, { sha256, bytes }: Received, found: number | undefined): void {
  if (found === bytes) return;
  const reason =
    found === undefined ? 'it is not there after its upload' : `it has ${found} bytes and should have ${bytes}`;
  throw new EvidenceError('evidence.corrupt', { object: sha256, place: place.name, reason });
}

/**
 * Stores a received file under its key, never over another object. What is there already is not sent again.
 * @returns whether it was there already. A 412 to a repeated request is our own first try, whose answer was lost
 */
export async function putObject(place: S3Place, key: string, type: string, received: Received): Promise<boolean> {
  const before = await storedBytes(place, key);
  if (before !== undefined) {
    sameSize(place, received, before);
    return true;
  }
  const send = received.bytes > inPartsBytes ? putInParts : putWhole;
  const { status, attempt } = await send(place, key, type, received);
  if (status === 200) return false;
  sameSize(place, received, await storedBytes(place, key));
  return attempt === 1;
}
