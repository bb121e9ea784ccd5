import { byteReader, type ByteReader } from './byte-reader.ts';
import type { ArchiveFile } from './tar-write.ts';

const block = 512;

const text = (head: Uint8Array, from: number, length: number): string =>
  Buffer.from(head.subarray(from, from + length))
    .toString('latin1')
    .replace(/\0.*$/s, '')
    .trim();

function sumOf(head: Uint8Array): number {
  return head.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 32 : byte), 0);
}

async function* bodyOf(reader: ByteReader, bytes: number): AsyncGenerator<Uint8Array> {
  for (let left = bytes; left > 0;) {
    const chunk = await reader.some(left);
    left -= chunk.length;
    yield chunk;
  }
  await reader.exactly((block - (bytes % block)) % block);
}

/**
 * The files of a tar archive in its order. Each body has to be read to its end before the next file is asked for.
 * @throws RangeError for what is no archive, or ends too early
 */
export async function* untar(source: AsyncIterable<Uint8Array>): AsyncGenerator<ArchiveFile> {
  const reader = byteReader(source);
  for (;;) {
    const head = await reader.exactly(block);
    if (head.every((byte) => byte === 0)) break;
    if (Number.parseInt(text(head, 148, 8), 8) !== sumOf(head)) throw new RangeError('it is no tar archive');
    const bytes = Number.parseInt(text(head, 124, 12), 8);
    yield { name: text(head, 0, 100), bytes, body: bodyOf(reader, bytes) };
  }
  // Whatever checks the bytes (gzip's sum) does so at their end.
  await reader.rest();
}
