/** A file of a zip archive. */
export type ZipEntry = { name: string; bytes: Uint8Array };

/** Why an archive cannot be read; the words are of the screen that shows it. */
export type ZipFault = 'broken' | 'encrypted' | 'too-large' | 'too-many' | 'escapes';
export class ZipError extends Error {
  readonly fault: ZipFault;
  readonly entry: string;

  constructor(fault: ZipFault, entry = '') {
    super(`zip: ${fault} ${entry}`);
    this.fault = fault;
    this.entry = entry;
  }
}

const [endMark, entryMark, fileMark] = [0x06054b50, 0x02014b50, 0x04034b50];
const endLength = 22;
/** A comment may follow the end of an archive. */
const longestComment = 65_535;
const limits = { bytes: 256 * 1024 * 1024, entries: 20_000 };

type Listed = { name: string; method: number; encrypted: boolean; packed: number; at: number };

function endOf(view: DataView): number {
  const last = view.byteLength - endLength;
  for (let at = last; at >= Math.max(0, last - longestComment); at -= 1)
    if (view.getUint32(at, true) === endMark) return at;
  throw new ZipError('broken');
}

/** The archive's own list of what it holds (APPNOTE 4.3.12), without folders. */
function list(bytes: Uint8Array): Listed[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  if (count > limits.entries || count === 0xffff) throw new ZipError('too-many');
  const entries: Listed[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== entryMark) throw new ZipError('broken');
    const [flags, nameLength] = [view.getUint16(at + 8, true), view.getUint16(at + 28, true)];
    const name = new TextDecoder((flags & 0x800) === 0 ? 'windows-1252' : 'utf-8').decode(
      bytes.subarray(at + 46, at + 46 + nameLength),
    );
    if (!name.endsWith('/'))
      entries.push({
        name,
        method: view.getUint16(at + 10, true),
        encrypted: (flags & 1) === 1,
        packed: view.getUint32(at + 20, true),
        at: view.getUint32(at + 42, true),
      });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Unpacks with a limit on what comes out: the size that an archive states may be false. */
async function inflate(packed: Uint8Array<ArrayBuffer>, name: string, most: number): Promise<Uint8Array> {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      length += value.length;
      if (length > most) throw new ZipError('too-large', name);
      chunks.push(value);
    }
  } catch (error) {
    void reader.cancel().catch(() => undefined);
    throw error instanceof ZipError ? error : new ZipError('broken', name);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

function packedBytes(bytes: Uint8Array<ArrayBuffer>, { at, packed, name }: Listed): Uint8Array<ArrayBuffer> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (at + 30 > bytes.length || view.getUint32(at, true) !== fileMark) throw new ZipError('broken', name);
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (from + packed > bytes.length) throw new ZipError('broken', name);
  return bytes.subarray(from, from + packed);
}

const leadsOut = (name: string): boolean => /(?:^|[/\\])\.\.(?:[/\\]|$)|^(?:[/\\]|[a-z]:)/i.test(name);

/** Whether bytes are a zip archive, by how they begin. */
export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3;

/**
 * The files of an archive that are wanted, one after the other. Archives within stay closed.
 * @throws ZipError
 */
export async function* unzip(
  bytes: Uint8Array<ArrayBuffer>,
  wanted: (name: string) => boolean,
): AsyncGenerator<ZipEntry> {
  let left = limits.bytes;
  for (const entry of list(bytes)) {
    if (leadsOut(entry.name)) throw new ZipError('escapes', entry.name);
    if (!wanted(entry.name)) continue;
    if (entry.encrypted) throw new ZipError('encrypted', entry.name);
    const packed = packedBytes(bytes, entry);
    if (entry.method !== 0 && entry.method !== 8) throw new ZipError('broken', entry.name);
    if (entry.method === 0 && packed.length > left) throw new ZipError('too-large', entry.name);
    const unpacked = entry.method === 0 ? packed : await inflate(packed, entry.name, left);
    left -= unpacked.length;
    yield { name: entry.name, bytes: unpacked };
  }
}
