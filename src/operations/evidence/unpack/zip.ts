import { fromBufferPromise, type ZipFile } from 'yauzl';
import { decodeText } from '../../../sources/decode.ts';
import { type EvidenceEntry, SourceError } from '../../../sources/index.ts';
import { type EvidenceLimits, isEvidenceName } from './limits.ts';

/**
 * The JSON files of a zip archive. Refuses paths that lead out of it, encrypted entries, and more than the limits; the
 * size is counted while unpacking, so that a false size in the archive does not help. Archives inside stay closed.
 */
export async function zipEntries(name: string, bytes: Uint8Array, limits: EvidenceLimits): Promise<EvidenceEntry[]> {
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    return await readAll(zip, name, limits);
  } catch (error) {
    if (error instanceof SourceError) throw error;
    const message = (error as Error).message;
    if (/relative path|absolute path/.test(message)) {
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

async function readAll(zip: ZipFile, name: string, limits: EvidenceLimits): Promise<EvidenceEntry[]> {
  const entries: EvidenceEntry[] = [];
  let left = limits.maxBytes;
  if (zip.entryCount > limits.maxEntries) throw tooMany(name, limits);
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
    const chunks: Uint8Array[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      left -= (chunk as Uint8Array).length;
      if (left < 0) throw tooLarge(name, limits);
      chunks.push(chunk as Uint8Array);
    }
    entries.push({ name: entry.fileName, text: decodeText(`${name}/${entry.fileName}`, Buffer.concat(chunks)) });
  }
  return entries;
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
export function tooLarge(name: string, { maxBytes }: EvidenceLimits): SourceError {
  const megabytes = Math.round(maxBytes / 1024 / 1024);
  return new SourceError(
    'evidence.too-large',
    `There is more than ${megabytes} MB.`,
    name,
    'Give the channel or days of the incident alone.',
  );
}
