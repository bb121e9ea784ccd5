import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, isAbsolute, join, normalize, relative, resolve, sep } from 'node:path';
import { decodeText } from '../sources/decode.ts';
import { evidenceFromBytes, wholeOrParts } from '../operations/evidence/unpack/from-bytes.ts';
import { type EvidenceLimits, evidenceLimits, isEvidenceName } from '../operations/evidence/unpack/limits.ts';
import { type Tell, tooLarge, tooMany } from '../operations/evidence/unpack/zip.ts';
import type { EvidenceEntry, EvidenceFile } from '../sources/index.ts';
import { SourceError } from '../sources/source-error.ts';

/**
 * The evidence at a path: a file, a folder or a zip archive. A folder or archive that a source knows as a whole (a Slack
 * export) is one file with entries, without those of other sources; any other is one file for each of its JSON files. Throws SourceError.
 */
export async function evidenceFiles(
  path: string,
  limits: EvidenceLimits = evidenceLimits,
  tell?: Tell,
): Promise<EvidenceFile[]> {
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
  if (info.size > limits.maxBytes) throw tooLarge(name, limits.maxBytes);
  return evidenceFromBytes(name, await readFile(path), limits, tell);
}

/** A relative path as given, so that files of one name stay apart; a path from elsewhere only by its last part. */
function nameOf(path: string): string {
  const tidy = normalize(path).split(sep).join('/').replace(/\/$/, '');
  return isAbsolute(path) || tidy.startsWith('..') || tidy === '.' ? basename(resolve(path)) : tidy;
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
    if (left < 0) throw tooLarge(root, limits.maxBytes);
    entries.push({ name, text: decodeText(`${root}/${name}`, bytes) });
  }
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}
