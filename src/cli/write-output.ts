import { chmodSync, mkdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { HindcastError, reasonOf } from '../operations/errors.ts';

/** Folder by folder: `recursive` never returns where a file system has no room for folders (`/proc`). */
function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false }) !== undefined) return;
  makeFolder(path.dirname(folder));
  mkdirSync(folder);
}

/** Beside the file first, then renamed: a reader sees the old file or the new one, with the rights it had. */
function replaceWhole(file: string, content: string | Uint8Array, mode: number | undefined): void {
  const beside = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(beside, content);
    if (mode !== undefined) chmodSync(beside, mode);
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/**
 * Writes a file whole or not at all. Folders on the way are made; a link is followed, a device or pipe is written to.
 * @throws HindcastError `output.unwritable`
 */
export function writeOutput(file: string, content: string | Uint8Array): void {
  try {
    makeFolder(path.dirname(path.resolve(file)));
    const known = statSync(file, { throwIfNoEntry: false });
    if (known === undefined || known.isFile()) {
      replaceWhole(known === undefined ? file : realpathSync(file), content, known?.mode);
    } else writeFileSync(file, content);
  } catch (error) {
    throw new HindcastError('output.unwritable', { file, reason: reasonOf(error) });
  }
}
