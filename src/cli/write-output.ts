import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { HindcastError, reasonOf } from '../operations/errors.ts';

/**
 * Writes a file whole or not at all: beside it first, then renamed. Folders on the way are made.
 * @throws HindcastError `output.unwritable`
 */
export function writeOutput(file: string, content: string | Uint8Array): void {
  const beside = `${file}.${process.pid}.tmp`;
  try {
    mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
    writeFileSync(beside, content);
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw new HindcastError('output.unwritable', { file, reason: reasonOf(error) });
  }
}
