import { open } from 'node:fs/promises';

const chunkBytes = 65_536;

/**
 * Reads `length` bytes of a file from `from`, all into one buffer: a chunk is only good until the next is asked for.
 * So a gigabyte makes no garbage; who keeps chunks must copy them. Ends early when the file does.
 */
export async function* fileBytes(file: string, from: number, length: number): AsyncGenerator<Uint8Array, void> {
  const handle = await open(file, 'r');
  try {
    const buffer = Buffer.allocUnsafeSlow(Math.min(chunkBytes, length));
    for (let at = from, left = length; left > 0;) {
      const { bytesRead } = await handle.read(buffer, 0, Math.min(buffer.length, left), at);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
      at += bytesRead;
      left -= bytesRead;
    }
  } finally {
    await handle.close();
  }
}
