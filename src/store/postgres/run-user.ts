import { lstat } from 'node:fs/promises';
import path from 'node:path';
import { PostgresError } from './postgres-error.ts';

/** Whom the Postgres programs run as. `change` is set when that is not ourselves: root must not run them. */
export type RunUser = { uid: number; gid: number; change: boolean };

/** nobody:nogroup of Debian and nobody:nobody of Fedora: there on every Linux, even without a line in /etc/passwd. */
const nobody = { uid: 65_534, gid: 65_534 };

/**
 * Ourselves, or when we are root, the owner of the database folder, or nobody.
 * @throws PostgresError `postgres.folder-owner` when the database folder belongs to somebody else
 */
export async function chooseRunUser(clusterFolder: string): Promise<RunUser> {
  const uid = process.getuid?.() ?? 0;
  const gid = process.getgid?.() ?? 0;
  const owner = await lstat(clusterFolder).catch(() => undefined);
  if (uid === 0 && owner?.uid !== 0)
    return { uid: owner?.uid ?? nobody.uid, gid: owner?.gid ?? nobody.gid, change: true };
  if (owner === undefined || (uid !== 0 && owner.uid === uid)) return { uid, gid, change: false };
  const wanted = uid === 0 ? `${nobody.uid}:${nobody.gid}` : `${uid}:${gid}`;
  throw new PostgresError(
    'postgres.folder-owner',
    `the database folder ${clusterFolder} belongs to user ${owner.uid}, and Postgres would run as user ${wanted.split(':')[0]}`,
    `Start Hindcast as user ${owner.uid === 0 ? 'that made it' : owner.uid}, or give the folder away: chown -R ${wanted} ${clusterFolder}`,
  );
}

/** The first folder on the way to `place` (itself included) that the run user may not pass through. */
export async function closedFolder(place: string, user: RunUser): Promise<string | undefined> {
  if (!user.change) return undefined;
  const parts = place.split(path.sep).filter((part) => part !== '');
  for (let depth = 0; depth <= parts.length; depth++) {
    const folder = path.sep + parts.slice(0, depth).join(path.sep);
    const { uid, gid, mode } = await lstat(folder);
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return folder;
  }
  return undefined;
}
