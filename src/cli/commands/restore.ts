import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { HindcastError, reasonOf } from '../../operations/errors.ts';
import { BackupError, type Restored, restoreBackup, untar } from '../../store/backup/index.ts';
import { exitCodes, type Run } from '../command.ts';
import { type LocalStore, withStore } from '../server/with-store.ts';
import { counted } from '../text/counted.ts';

/** What the file itself can fail with, and how that is said. */
function failureOf(error: unknown, file: string): unknown {
  if (error instanceof BackupError)
    return new HindcastError(error.code === 'backup.not-empty' ? 'restore.not-empty' : 'backup.invalid', {
      file,
      reason: error.message,
    });
  const { code, syscall } = error as { code?: unknown; syscall?: unknown };
  if (code === 'ENOENT' && syscall === 'open') return new HindcastError('input.not-found', { file });
  if (syscall === 'open' || syscall === 'read')
    return new HindcastError('input.unreadable', { file, reason: reasonOf(error) });
  return typeof code === 'string' && code.startsWith('Z_')
    ? new HindcastError('backup.invalid', { file, reason: 'it is damaged or cut off' })
    : error;
}

async function restore({ database, evidence }: LocalStore, file: string): Promise<Restored> {
  const client = await database.connect();
  const source = createReadStream(file);
  const plain = createGunzip();
  source.on('error', (error) => plain.destroy(error));
  try {
    return await restoreBackup(client, evidence, untar(source.pipe(plain)));
  } catch (error) {
    throw failureOf(error, file);
  } finally {
    source.destroy();
    await client.end();
  }
}

/** Takes a backup back, into an empty database. */
export const run: Run = async (args, io) => {
  const [file = ''] = args.files;
  const { head, end } = await withStore((store) => restore(store, file));
  const rows = Object.values(end.rows).reduce((sum, count) => sum + count, 0);
  const { objects, missing } = end.evidence;
  if (args.flag('json')) io.out(`${JSON.stringify({ at: head.at, rows, evidence: end.evidence }, null, 2)}\n`);
  else
    io.out(
      `Restored as of ${head.at}: ${counted(rows, 'row')}, ${counted(objects, 'piece of evidence', 'pieces of evidence')}.\n`,
    );
  if (missing.length > 0)
    io.err(`${counted(missing.length, 'piece of evidence', 'pieces of evidence')} missing when the backup was made\n`);
  return exitCodes.clean;
};
