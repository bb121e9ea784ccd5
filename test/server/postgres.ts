import { chmod, mkdtemp, rm, statfs } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import type { Where } from '../../src/store/database.ts';
import { startPostgres } from '../../src/store/postgres/index.ts';

/** Where a database is made and gone fastest: in memory, where there are gigabytes of it for files. */
async function quickestFolder(): Promise<string> {
  const inMemory = '/dev/shm';
  const { bavail, bsize } = await statfs(inMemory).catch(() => ({ bavail: 0, bsize: 0 }));
  return bavail * bsize > 4e9 ? inMemory : '/tmp';
}

/** The embedded server in a folder that is removed when it stops. `mostConnections` is more than a team needs when many test files share it. */
export async function postgresForTests(
  mostConnections?: number,
): Promise<{ where: Where; socketFolder: string; stop: () => Promise<void> }> {
  const folder = await mkdtemp(path.join(await quickestFolder(), 'hindcast-test-'));
  // As root, Postgres runs as another user, who has to pass.
  await chmod(folder, 0o711);
  const dataFolder = path.join(folder, 'data');
  let running = await startPostgres({ dataFolder });
  if (mostConnections !== undefined) {
    const admin = new pg.Client(running.clientConfig);
    await admin.connect();
    await admin.query(`alter system set max_connections = ${mostConnections}`);
    await admin.end();
    // It is read at the start only.
    await running.stop();
    running = await startPostgres({ dataFolder });
  }
  return {
    where: running.clientConfig,
    socketFolder: running.clientConfig.host,
    stop: async () => {
      await running.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
