/** One file of an archive: its size is known before its bytes. */
export type ArchiveFile = { name: string; bytes: number; body: AsyncIterable<Uint8Array> | Iterable<Uint8Array> };

const block = 512;

/** The header of a file in the ustar form (POSIX.1-1988): name up to 100 bytes, size up to 8 GiB. */
function header(name: string, bytes: number): Uint8Array {
  const octal = (value: number, digits: number) => value.toString(8).padStart(digits, '0');
  if (Buffer.byteLength(name) > 100 || bytes >= 8 ** 11) throw new RangeError(`${name} does not fit into an archive`);
  const head = Buffer.alloc(block);
  head.write(name, 0);
  head.write(`${octal(0o600, 7)}\0${octal(0, 7)}\0${octal(0, 7)}\0${octal(bytes, 11)}\0${octal(0, 11)}\0`, 100);
  head.write('        0', 148);
  head.write('ustar\u000000', 257, 'latin1');
  const sum = head.reduce((total, byte) => total + byte, 0);
  head.write(`${octal(sum, 6)}\0 `, 148, 'latin1');
  return head;
}

/** The bytes of a tar archive, one file after the other, nothing held. @throws RangeError when a body has not the size it said */
export async function* tarOf(files: AsyncIterable<ArchiveFile>): AsyncGenerator<Uint8Array> {
  for await (const { name, bytes, body } of files) {
    yield header(name, bytes);
    let written = 0;
    for await (const chunk of body) {
      written += chunk.length;
      yield chunk;
    }
    if (written !== bytes) throw new RangeError(`${name} has ${written} bytes and not ${bytes}`);
    yield Buffer.alloc((block - (bytes % block)) % block);
  }
  yield Buffer.alloc(2 * block);
}
