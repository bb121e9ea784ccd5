import { stat } from 'node:fs/promises';
import path from 'node:path';
import { fitRange } from '../byte-range.ts';
import { checkedBody } from '../checked-body.ts';
import { diskError, isMissing } from '../disk-error.ts';
import { EvidenceError } from '../evidence-error.ts';
import type { ByteRange, EvidenceRead } from '../contract.ts';
import { fileBytes } from '../file-bytes.ts';
import { objectPath } from '../object-name.ts';
import { headBytes, sniffType } from '../sniff/sniff-type.ts';

/** What a file operation's error means for one object. */
function readError(error: unknown, sha256: string, root: string): EvidenceError {
  if (isMissing(error)) return new EvidenceError('evidence.not-found', { object: sha256, place: root }, error);
  return diskError(error, root);
}

/** The bytes, each chunk the reader's to keep. The file is opened when it is read, so an unread body leaves nothing open. */
async function* objectBytes(file: string, from: number, length: number, sha256: string, root: string) {
  try {
    for await (const chunk of fileBytes(file, from, length)) yield new Uint8Array(chunk);
  } catch (error) {
    throw readError(error, sha256, root);
  }
}

async function headOf(file: string, bytes: number): Promise<Uint8Array> {
  for await (const chunk of fileBytes(file, 0, Math.min(headBytes, bytes))) return new Uint8Array(chunk);
  return new Uint8Array();
}

/** Reads an object of a folder, the whole of it checked, or a range unchecked. */
export async function readFrom(root: string, sha256: string, range?: ByteRange): Promise<EvidenceRead> {
  const file = path.join(root, objectPath(sha256));
  try {
    const bytes = (await stat(file)).size;
    const type = await sniffType(await headOf(file, bytes), bytes);
    const { from, length } = range === undefined ? { from: 0, length: bytes } : fitRange(range, bytes, sha256);
    const body = objectBytes(file, from, length, sha256, root);
    const checked = range === undefined;
    return { bytes, type, from, length, checked, body: checked ? checkedBody(body, sha256, root) : body };
  } catch (error) {
    throw readError(error, sha256, root);
  }
}
