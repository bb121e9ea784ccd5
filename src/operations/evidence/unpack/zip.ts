import { inflateRawSync } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import { decodeText } from '../../../sources/decode.ts';
import type { EvidenceEntry } from '../../../sources/index.ts';
import { SourceError } from '../../../sources/source-error.ts';
import { type EvidenceLimits, isEvidenceName } from './limits.ts';

/** Told of each file as it is unpacked: how many of all, and which. */
export type Tell = (done: number, total: number, name: string) => void;

/**
 * The evidence files of a zip archive. Each is unpacked when its text is asked for, and forgotten again, so that only one of them is
 * in memory. Before, all are unpacked once to see that they are what they say: paths that lead out of the archive, encrypted
 * entries, false sizes and more than the limits are refused. Archives inside stay closed.
 */
export async function zipEntries(
  name: string,
  bytes: Uint8Array,
  limits: EvidenceLimits,
  tell: Tell = () => undefined,
): Promise<EvidenceEntry[]> {
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    // Loaded with the first archive: most servers never see one.
    const { fromBufferPromise } = await import('yauzl');
    const zip = await fromBufferPromise(buffer);
    const listed = await list(zip, name, limits);
    for (const [index, entry] of listed.entries()) {
      await check(zip, entry);
      tell(index + 1, listed.length, entry.fileName);
    }
    return await Promise.all(listed.map((entry) => lazyEntry(zip, buffer, entry, name)));
  } catch (error) {
    if (error instanceof SourceError) throw error;
    const message = (error as Error).message;
    if (/relative path|absolute path|invalid characters in fileName/.test(message)) {
      throw new SourceError(
        'evidence.path-escapes',
        `A path in the archive leads out of it (${message}).`,
        name,
        'Do not trust this archive; export it again.',
      );
    }
    throw new SourceError(
      'evidence.zip-broken',
      `The zip archive cannot be read (${message}).`,
      name,
      'Download or export it again.',
    );
  }
}

/** What the archive says it holds; the sizes it states already have to lie within the limits. */
async function list(zip: ZipFile, name: string, limits: EvidenceLimits): Promise<Entry[]> {
  if (zip.entryCount > limits.maxEntries) throw tooMany(name, limits);
  const listed: Entry[] = [];
  const { maxBytes, maxContentBytes = maxBytes } = limits;
  let left = maxContentBytes;
  for await (const entry of zip.eachEntry()) {
    if (!isEvidenceName(entry.fileName)) continue;
    if (entry.isEncrypted()) {
      throw new SourceError(
        'evidence.encrypted',
        'The archive is encrypted.',
        `${name}/${entry.fileName}`,
        'Unpack it and give the folder.',
      );
    }
    left -= entry.uncompressedSize;
    if (left < 0) throw tooLarge(name, maxContentBytes);
    if (entry.uncompressedSize > maxBytes) throw tooLarge(`${name}/${entry.fileName}`, maxBytes);
    listed.push(entry);
  }
  return listed;
}

/** Unpacks an entry for nothing but its size: the library ends it as soon as it is more than the archive says, or in the end less. */
async function check(zip: ZipFile, entry: Entry): Promise<void> {
  for await (const chunk of await zip.openReadStreamPromise(entry)) void chunk;
}

async function lazyEntry(zip: ZipFile, buffer: Buffer, entry: Entry, name: string): Promise<EvidenceEntry> {
  const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
  const { fileName, uncompressedSize, compressedSize, compressionMethod } = entry;
  return {
    name: fileName,
    get text() {
      const packed = buffer.subarray(fileDataStart, fileDataStart + compressedSize);
      // Zero would stand for no limit.
      const maxOutputLength = Math.max(1, uncompressedSize);
      const plain = compressionMethod === 0 ? packed : inflateRawSync(packed, { maxOutputLength });
      return decodeText(`${name}/${fileName}`, plain);
    },
  };
}

/** More files than are taken at once. */
export function tooMany(name: string, { maxEntries }: EvidenceLimits): SourceError {
  return new SourceError(
    'evidence.too-many-entries',
    `There are more than ${maxEntries} files.`,
    name,
    'Give the channel or folder of the incident alone.',
  );
}

/** More bytes than are taken at once. */
export function tooLarge(name: string, maxBytes: number): SourceError {
  const megabytes = Math.round(maxBytes / 1024 / 1024);
  return new SourceError(
    'evidence.too-large',
    `There is more than ${megabytes} MB.`,
    name,
    'Give the channel or days of the incident alone.',
  );
}
