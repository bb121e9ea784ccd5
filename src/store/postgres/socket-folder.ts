import { createHash } from 'node:crypto';
import { lstat, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { giveTo } from './data-folder.ts';
import { PostgresError } from './postgres-error.ts';
import { type RunUser, closedFolder } from './run-user.ts';

/** A socket's path may have 107 bytes (sun_path of unix(7)); the name in it is `.s.PGSQL.5432.lock`. */
const longestFolder = 107 - '/.s.PGSQL.5432.lock'.length;

/**
 * The folder of the socket: a short name in the temporary folder, made from the data folder's path, so the data folder
 * itself may be as deep as it likes. Only the run user (and root) may enter: that is the whole authentication.
 * @throws PostgresError `postgres.start-failed` when somebody else made a folder of that name
 */
export async function makeSocketFolder(root: string, user: RunUser, temporary = tmpdir()): Promise<string> {
  const name = `hindcast-${user.uid}-${createHash('sha256').update(root).digest('hex').slice(0, 12)}`;
  const preferred = path.join(temporary, name);
  const short = Buffer.byteLength(preferred) <= longestFolder;
  const usable = short && (await closedFolder(path.dirname(preferred), user).catch(() => '?')) === undefined;
  const folder = usable ? preferred : path.join('/tmp', name);
  const made = await mkdir(folder, { mode: 0o700 }).then(
    () => true,
    () => false,
  );
  if (made) await giveTo(folder, user);
  const found = await lstat(folder).catch(() => undefined);
  if (found?.isDirectory() === true && found.uid === user.uid && (found.mode & 0o077) === 0) return folder;
  throw new PostgresError(
    'postgres.start-failed',
    found === undefined
      ? `the folder ${folder} for the database's socket cannot be made`
      : `the folder ${folder} for the database's socket is not a private folder of user ${user.uid}`,
    'Look who made it and remove it, or set TMPDIR to another folder.',
  );
}
