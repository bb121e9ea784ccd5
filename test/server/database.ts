import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { after } from 'node:test';
import pg from 'pg';
import { type Database, openDatabase, type Where } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrate.ts';
import { startPostgres } from '../../src/store/postgres/index.ts';

/** A server for one test file: an embedded one of its own, or the one whose socket folder HINDCAST_TEST_SOCKET names. */
async function testServer(): Promise<Where> {
  const socket = process.env['HINDCAST_TEST_SOCKET'];
  if (socket !== undefined) return { host: socket, user: 'hindcast', database: 'postgres' };
  const folder = await mkdtemp(path.join('/tmp', 'hindcast-test-'));
  // As root, Postgres runs as another user, who has to pass.
  await chmod(folder, 0o711);
  const running = await startPostgres({ dataFolder: path.join(folder, 'data') });
  after(async () => {
    await running.stop();
    await rm(folder, { recursive: true, force: true });
  });
  return running.clientConfig;
}

let server: Promise<Where> | undefined;

/** A migrated database of its own, closed after the tests of the file. Call it at the top of the file or in a test, not in `before`. */
export async function testDatabase(): Promise<{ database: Database; where: Where }> {
  server ??= testServer();
  const admin = new pg.Client(await server);
  const name = `test_${randomBytes(6).toString('hex')}`;
  await admin.connect();
  await admin.query(`create database ${name}`);
  await admin.end();
  const where = { ...(await server), database: name };
  const database = openDatabase(where);
  const client = await database.connect();
  await migrate(client);
  await client.end();
  after(() => database.close());
  return { database, where };
}
