import { once } from 'node:events';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { type DataFolder, giveTo } from './data-folder.ts';
import { PostgresError } from './postgres-error.ts';
import type { Programs } from './programs.ts';
import { runProgram } from './run-program.ts';
import type { RunUser } from './run-user.ts';
import { initdbArguments } from './settings.ts';
import { freeBytes, spaceLimits } from './space.ts';

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync();
  await handle.close();
}

function initFailed({ newCluster }: DataFolder, code: string, said: string, { uid, gid }: RunUser): PostgresError {
  const elsewhere = 'or set DATABASE_URL to use a PostgreSQL server of your own.';
  // initdb wants a name for its user, as the server itself does not: containers run with any uid.
  const nameless = said.includes('could not look up effective user ID');
  return new PostgresError(
    'postgres.init-failed',
    `initdb could not make a database in ${newCluster} (${code}): ${said || 'it said nothing'}`,
    nameless
      ? `Give user ${uid} a line in /etc/passwd (hindcast:x:${uid}:${gid}::/:/bin/false), run Hindcast as another user, ${elsewhere}`
      : `Nothing was kept of it. Mend what it names and start again, ${elsewhere}`,
  );
}

/**
 * Makes the database folder under another name and renames it when it is whole: a half-made one never counts.
 * @throws PostgresError `postgres.disk-full`, `postgres.init-failed`
 */
export async function makeCluster(folder: DataFolder, programs: Programs, user: RunUser): Promise<void> {
  const free = await freeBytes(folder.root);
  if (free < spaceLimits.writes) {
    throw new PostgresError(
      'postgres.disk-full',
      `there are ${Math.floor(free / 1e6)} MB free for the data folder ${folder.root}, and a new database needs ${Math.ceil(spaceLimits.writes / 1e6)} MB`,
      'Free some space, or set HINDCAST_DATA to a folder on another disk.',
    );
  }
  await rm(folder.newCluster, { recursive: true, force: true });
  await mkdir(folder.newCluster, { mode: 0o700 });
  await giveTo(folder.newCluster, user);
  const child = runProgram(programs.initdb, initdbArguments(folder), user, ['ignore', 'ignore', 'pipe']);
  const exited = once(child, 'close').catch((error: Error) => [error.message]);
  const said = child.stderr === null ? '' : await text(child.stderr);
  const [code] = (await exited) as [number | string | null];
  if (code !== 0) {
    throw initFailed(folder, String(code ?? 'killed'), said.trim(), user);
  }
  await rename(folder.newCluster, folder.cluster);
  await syncFolder(folder.root);
}
