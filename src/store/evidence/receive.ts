import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, open, rm } from 'node:fs/promises';
import path from 'node:path';
import { diskError } from './disk-error.ts';
import { EvidenceError } from './evidence-error.ts';
import type { EvidenceBody } from './contract.ts';
import { makeFolder } from './make-folder.ts';
import { headBytes } from './sniff/sniff-type.ts';

/** An upload that lies in a file of its own; whoever asked for it moves or removes the file. */
export type Received = { file: string; sha256: string; bytes: number; head: Uint8Array };

/** Reads chunk by chunk, telling a source that failed (the uploader left) from a disk that did. */
async function* chunksOf(body: EvidenceBody): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of body) yield chunk;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new EvidenceError('evidence.interrupted', { reason }, error);
  }
}

async function writeAll(file: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let from = 0; from < chunk.length;) from += (await file.write(chunk, from)).bytesWritten;
}

async function copy(body: EvidenceBody, file: FileHandle, maxBytes: number): Promise<Omit<Received, 'file'>> {
  const hash = createHash('sha256');
  const head = new Uint8Array(headBytes);
  let bytes = 0;
  for await (const chunk of chunksOf(body)) {
    if (bytes < headBytes) head.set(chunk.subarray(0, headBytes - bytes), bytes);
    bytes += chunk.length;
    if (bytes > maxBytes) throw new EvidenceError('evidence.too-large', { limit: String(maxBytes) });
    hash.update(chunk);
    await writeAll(file, chunk);
  }
  return { sha256: hash.digest('hex'), bytes, head: head.subarray(0, Math.min(bytes, headBytes)) };
}

/** Removes a received file that is not needed any more; what cannot be removed now, the next start sweeps. */
export async function discard(file: string): Promise<void> {
  await rm(file, { force: true }).catch(() => undefined);
}

/**
 * Streams an upload into a new file of `folder`, hashing it on the way; memory stays at a chunk, whatever its size.
 * @throws EvidenceError `evidence.too-large`, `.interrupted`, `.no-space` or `.unavailable`, with the file removed
 */
export async function receive(body: EvidenceBody, maxBytes: number, folder: string): Promise<Received> {
  const file = path.join(folder, `${randomUUID()}.part`);
  try {
    await makeFolder(folder);
    const handle = await open(file, 'wx', 0o600);
    try {
      return { file, ...(await copy(body, handle, maxBytes)) };
    } finally {
      await handle.close();
    }
  } catch (error) {
    await discard(file);
    throw diskError(error, folder);
  }
}
