import { constants } from 'node:fs';
import { access, chmod, chown, readFile, readdir, realpath, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { makeFolders } from '../make-folders.ts';
import { PostgresError } from './postgres-error.ts';
import { type RunUser, closedFolder } from './run-user.ts';

/** Places in the data folder that the launcher uses; all are real paths. */
export type DataFolder = {
  root: string;
  cluster: string;
  newCluster: string;
  startLog: string;
  spare: string;
  programs: string;
};

/** The places in the data folder `root`, a real path. */
export function placesIn(root: string): DataFolder {
  const place = (name: string) => path.join(root, name);
  return {
    root,
    cluster: place('postgres'),
    newCluster: place('postgres.new'),
    startLog: place('postgres-start.log'),
    spare: place('spare-space'),
    programs: place('programs'),
  };
}

/** Makes the data folder when there is none. @throws PostgresError `postgres.folder-unwritable` */
export async function openDataFolder(dataFolder: string): Promise<DataFolder> {
  const wanted = path.resolve(dataFolder);
  try {
    const made = await makeFolders(wanted);
    // As root the server runs as another user, who must pass through whatever we made; nobody can list it.
    const mode = process.getuid?.() === 0 ? 0o711 : 0o700;
    if (made !== undefined) for (const folder of between(made, wanted)) await chmod(folder, mode);
    const root = await realpath(wanted);
    await access(root, constants.R_OK | constants.W_OK | constants.X_OK);
    return placesIn(root);
  } catch (error) {
    throw new PostgresError(
      'postgres.folder-unwritable',
      `the data folder ${wanted} cannot be made or read: ${(error as Error).message}`,
      'Set HINDCAST_DATA to a folder that this user may write, as HINDCAST_DATA=/var/lib/hindcast.',
      { cause: error },
    );
  }
}

function between(top: string, bottom: string): string[] {
  const folders = [bottom];
  for (let folder = bottom; folder !== top && folder !== path.dirname(folder);)
    folders.push((folder = path.dirname(folder)));
  return folders;
}

/** Checks that the run user reaches the data folder. @throws PostgresError `postgres.folder-closed`, naming the folder */
export async function requirePassage(root: string, user: RunUser): Promise<void> {
  const closed = await closedFolder(root, user);
  if (closed === undefined) return;
  throw new PostgresError(
    'postgres.folder-closed',
    `Postgres does not run as root, and user ${user.uid}, as whom it would run, may not pass through ${closed}, where the data folder ${root} lies`,
    `Set HINDCAST_DATA=/var/lib/hindcast, or run Hindcast as an ordinary user, or open the way: chmod o+x ${closed}`,
  );
}

/**
 * The major version that made the database folder; undefined when there is none yet.
 * @throws PostgresError `postgres.folder-foreign` for a folder that holds something else
 */
export async function clusterVersion(cluster: string): Promise<string | undefined> {
  const version = await readFile(path.join(cluster, 'PG_VERSION'), 'utf8').catch(() => undefined);
  if (version !== undefined && /^\d{1,3}\s*$/.test(version)) return version.trim();
  const content = await readdir(cluster).catch((error: NodeJS.ErrnoException) =>
    error.code === 'ENOENT' ? undefined : ['?'],
  );
  if (content === undefined) return undefined;
  if (content.length === 0) return rmdir(cluster).then(() => undefined);
  throw new PostgresError(
    'postgres.folder-foreign',
    `${cluster} is no database folder: it holds files, and no PG_VERSION that can be read`,
    'Nothing was changed. Restore a backup there, or move that folder away to begin with an empty database.',
  );
}

/** Gives a folder to the run user and shuts it for all others. @throws PostgresError `postgres.folder-owner` */
export async function giveTo(folder: string, user: RunUser): Promise<void> {
  try {
    if (user.change) await chown(folder, user.uid, user.gid);
    await chmod(folder, 0o700);
  } catch (error) {
    throw new PostgresError(
      'postgres.folder-owner',
      `the folder ${folder} cannot be given to user ${user.uid}, as whom Postgres would run: ${(error as Error).message}`,
      'Run Hindcast as an ordinary user, or set HINDCAST_DATA to a folder on a disk that keeps owners and permissions.',
      { cause: error },
    );
  }
}
