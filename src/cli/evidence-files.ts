import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, isAbsolute, join, normalize, relative, resolve, sep } from 'node:path';
import { decodeText } from '../sources/decode.ts';
import { detectSource, type EvidenceEntry, type EvidenceFile, SourceError } from '../sources/index.ts';
import { type EvidenceLimits, evidenceLimits, isEvidenceName } from './evidence-limits.ts';
import { tooLarge, tooMany, zipEntries } from './evidence-zip.ts';

/**
 * The evidence at a path: a file, a folder or a zip archive. A folder or archive that a source knows as a whole (a Slack
 * export) is one file with entries, without those of other sources; any other is one file for each of its JSON files. Throws SourceError.
 */
export async function evidenceFiles(path: string, limits: EvidenceLimits = evidenceLimits): Promise<EvidenceFile[]> {
  const info = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new SourceError(
      'evidence.missing',
      error.code === 'ENOENT'
        ? 'there is no such file or folder.'
        : `it cannot be opened (${error.code ?? error.message}).`,
      path,
      'Check the path and the rights; `-` reads standard input.',
    );
  });
  const name = nameOf(path);
  if (info.isDirectory()) return wholeOrParts({ name, text: '', entries: await folderEntries(path, limits) });
  if (info.size > limits.maxBytes) throw tooLarge(name, limits);
  return evidenceFromBytes(name, await readFile(path), limits);
}

/** The evidence in bytes that came from elsewhere (stdin): a zip archive by its first bytes, else text. */
export async function evidenceFromBytes(
  name: string,
  bytes: Uint8Array,
  limits: EvidenceLimits = evidenceLimits,
): Promise<EvidenceFile[]> {
  if (bytes.length > limits.maxBytes) throw tooLarge(name, limits);
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
  if (!isZip) return [{ name, text: decodeText(name, bytes) }];
  return wholeOrParts({ name, text: '', entries: await zipEntries(name, bytes, limits) });
}

/** A relative path as given, so that files of one name stay apart; a path from elsewhere only by its last part. */
function nameOf(path: string): string {
  const tidy = normalize(path).split(sep).join('/').replace(/\/$/, '');
  return isAbsolute(path) || tidy.startsWith('..') || tidy === '.' ? basename(resolve(path)) : tidy;
}

function wholeOrParts(whole: EvidenceFile & { entries: EvidenceEntry[] }): EvidenceFile[] {
  if (whole.entries.length === 0) {
    throw new SourceError(
      'evidence.no-json',
      'There is no JSON file in it.',
      whole.name,
      'Give a folder or archive that holds .json files.',
    );
  }
  const source = detectSource(whole);
  const { own = [], others = [] } = Object.groupBy(whole.entries, (entry) =>
    source === undefined || isOfAnother(entry, source.name) ? 'others' : 'own',
  );
  const parts = others.map((entry) => ({ name: `${whole.name}/${entry.name}`, text: entry.text }));
  return source === undefined ? parts : [{ ...whole, entries: own }, ...parts];
}

/** Evidence of several sources may lie in one folder: a Slack export, and the alerts beside it. */
function isOfAnother(entry: EvidenceEntry, source: string): boolean {
  try {
    return (detectSource(entry)?.name ?? source) !== source;
  } catch {
    return false;
  }
}

async function folderEntries(root: string, limits: EvidenceLimits): Promise<EvidenceEntry[]> {
  const entries: EvidenceEntry[] = [];
  let left = limits.maxBytes;
  // Links are not followed: what they point to is not in the folder that was given.
  for (const item of await readdir(root, { recursive: true, withFileTypes: true })) {
    const name = relative(root, join(item.parentPath, item.name)).split(sep).join('/');
    if (!item.isFile() || !isEvidenceName(name)) continue;
    if (entries.length >= limits.maxEntries) throw tooMany(root, limits);
    const bytes = await readFile(join(root, name));
    left -= bytes.length;
    if (left < 0) throw tooLarge(root, limits);
    entries.push({ name, text: decodeText(`${root}/${name}`, bytes) });
  }
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}
