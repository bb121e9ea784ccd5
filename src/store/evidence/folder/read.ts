import { open, stat } from 'node:fs/promises';
import path from 'node:path';
import { fitRange } from '../byte-range.ts';
import { checkedBody } from '../checked-body.ts';
import { diskError, isMissing } from '../disk-error.ts';
import { EvidenceError } from '../evidence-error.ts';
import type { ByteRange, EvidenceRead } from '../contract.ts';
import { objectPath } from '../object-name.ts';
import { headBytes, sniffType } from '../sniff/sniff-type.ts';

const chunkBytes = 262_144;

/** What a file operation's error means for one object. */
function readError(error: unknown, sha256: string, root: string): EvidenceError {
  if (isMissing(error)) return new EvidenceError('evidence.not-found', { object: sha256, place: root }, error);
  return diskError(error, root);
}

/** Opens the file only when it is read, so that a body nobody reads leaves nothing open. */
async function* fileBytes(file: string, from: number, length: number): AsyncGenerator<Uint8Array, void> {
  const handle = await open(file, 'r');
  try {
    for (let at = from, left = length; left > 0;) {
      const buffer = Buffer.allocUnsafeSlow(Math.min(chunkBytes, left));
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, at);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
      at += bytesRead;
      left -= bytesRead;
    }
  } finally {
    await handle.close();
  }
}

async function* saying(body: AsyncIterable<Uint8Array>, sha256: string, root: string) {
  try {
    yield* body;
  } catch (error) {
    throw readError(error, sha256, root);
  }
}

async function headOf(file: string, bytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of fileBytes(file, 0, Math.min(headBytes, bytes))) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Reads an object of a folder, the whole of it checked, or a range unchecked. */
export async function readFrom(root: string, sha256: string, range?: ByteRange): Promise<EvidenceRead> {
  const file = path.join(root, objectPath(sha256));
  try {
    const bytes = (await stat(file)).size;
    const type = await sniffType(await headOf(file, bytes), bytes);
    const { from, length } = range === undefined ? { from: 0, length: bytes } : fitRange(range, bytes, sha256);
    const body = saying(fileBytes(file, from, length), sha256, root);
    const checked = range === undefined;
    return { bytes, type, from, length, checked, body: checked ? checkedBody(body, sha256, root) : body };
  } catch (error) {
    throw readError(error, sha256, root);
  }
}
