import { createHash, randomBytes } from 'node:crypto';
import { after } from 'node:test';
import pg from 'pg';
import { type Database, openDatabase, type Where } from '../../src/store/database.ts';
import { knownMigrations, migrate } from '../../src/store/migrate.ts';
import { postgresForTests } from './postgres.ts';

/** Any number: test files that start at once make the template one after another. */
const templateLock = 5_120_771_093;

/** Makes the database that others are copies of, migrated once for each wording of the migrations, and gives its name. */
async function migratedTemplate(where: Where): Promise<string> {
  const wordings = (await knownMigrations()).map(({ sha256 }) => sha256).join();
  const name = `migrated_${createHash('sha256').update(wordings).digest('hex').slice(0, 12)}`;
  const admin = new pg.Client(where);
  await admin.connect();
  await admin.query('select pg_advisory_lock($1)', [templateLock]);
  const { rowCount } = await admin.query('select from pg_database where datname = $1', [name]);
  if (rowCount === 0) {
    await admin.query(`drop database if exists ${name}_half`);
    await admin.query(`create database ${name}_half`);
    const client = new pg.Client({ ...where, database: `${name}_half` });
    await client.connect();
    await migrate(client);
    await client.end();
    await admin.query(`alter database ${name}_half rename to ${name}`);
  }
  await admin.end();
  return name;
}

const isRunning = (processId: number): boolean => {
  try {
    return process.kill(processId, 0);
  } catch {
    return false;
  }
};

/** Removes what test files of before left on a server that is shared: a database has the number of its process in its name. */
async function dropLeft(where: Where): Promise<void> {
  const admin = new pg.Client(where);
  await admin.connect();
  const { rows } = await admin.query<{ datname: string }>(`select datname from pg_database where datname ~ '^test_'`);
  const left = rows.filter(({ datname }) => !isRunning(Number(datname.split('_')[1])));
  for (const { datname } of left) await admin.query(`drop database if exists ${datname} with (force)`);
  await admin.end();
}

/** The server that the variable HINDCAST_TEST_SOCKET names by its socket folder, or one of this test file's own. */
async function serverForTests(): Promise<Where> {
  const socket = process.env['HINDCAST_TEST_SOCKET'];
  if (socket !== undefined) {
    const shared = { host: socket, user: 'hindcast', database: 'postgres' };
    await dropLeft(shared);
    return shared;
  }
  const { where, stop } = await postgresForTests();
  after(stop);
  return where;
}

let server: Promise<Where> | undefined;
let template: Promise<string> | undefined;

/** A migrated database of its own, closed after the tests of the file. Call it at the top of the file or in a test, not in `before`. */
export async function testDatabase(): Promise<{ database: Database; where: Where }> {
  server ??= serverForTests();
  template ??= server.then(migratedTemplate);
  const admin = new pg.Client(await server);
  const name = `test_${process.pid}_${randomBytes(6).toString('hex')}`;
  await admin.connect();
  await admin.query(`create database ${name} template ${await template}`);
  await admin.end();
  const where = { ...(await server), database: name };
  const database = openDatabase(where);
  after(() => database.close());
  return { database, where };
}
