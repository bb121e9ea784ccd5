import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import pg from 'pg';
import { insertText } from '../../src/store/backup/insert-text.ts';
import { tableShapes, type TableShape } from '../../src/store/backup/schema.ts';
import { systemActor } from '../../src/operations/access/actor.ts';
import { storedContext } from '../../src/http/stored-context.ts';
import { callStored } from '../../src/operations/call-stored.ts';
import { storedOperations } from '../../src/operations/stored.ts';
import type { Database } from '../../src/store/database.ts';
import { knownMigrations, makeSchema, migrate } from '../../src/store/migrate.ts';
import { testDatabase } from '../server/database.ts';
import { testServer } from '../server/server.ts';
import { fillTables } from './fill-tables.ts';
import { schemaText } from './schema-text.ts';

const server = await testServer();
const ann = await server.person('owner', 'Ann Example');
const known = await knownMigrations();
const context = await storedContext(server.around, systemActor, server.around.now());

async function done(method: string, path: string, body: object): Promise<string> {
  const { status, text, json } = await ann.call(method, path, body);
  assert.ok(status < 300, `${method} ${path}: ${text}`);
  return json['id'] as unknown as string;
}

/** An incident of which rows are made up that no operation would write. */
const bare = await done('POST', '/incidents', { title: 'Rows of every table' });

/** What everything is copied from: a database of today, with real incidents and at least a row in each table. */
const newest = await (async () => {
  for (const title of ['Checkout failed', 'Kasse fällt aus \\N "x" (1,2)']) {
    const id = await done('POST', '/incidents', {
      record: {
        incident: { title, severity: 'high' },
        actions: [{ id: 'AI-001', text: 'Add an alert', owner: 'Ann' }],
      },
    });
    const at = `/incidents/${id}`;
    const entries = Array.from({ length: 5 }, (_, index) => ({
      text: `event ${index}`,
      at: `2026-10-14T14:0${index}Z`,
    }));
    await done('POST', `${at}/timeline/batch`, { entries });
    await done('PATCH', `${at}/record/summary`, { set: { text: 'All orders failed.' }, seen: 0 });
    await done('POST', `${at}/comments`, { text: 'Look' });
  }
  const client = await server.around.database.connect();
  after(() => client.end());
  const left = await fillTables(client, bare);
  assert.deepEqual(left, [], 'these tables took no row: say in fill-tables.ts what may stand in them');
  return client;
})();
const allTables = await tableShapes(newest);

const listed = (columns: readonly string[]): string => columns.map((column) => `"${column}"`).join(', ');

/** The rows of a table as text, with these columns in this order. */
async function rowsOf(client: pg.ClientBase, { name, columns }: TableShape): Promise<string[]> {
  const { rows } = await client.query<{ row: string }>(
    `select row(${listed(columns)})::text as row from "${name}" order by 1`,
  );
  return rows.map(({ row }) => row);
}

/** Copies the rows of some tables of today, in one statement. */
async function copy(client: pg.ClientBase, shapes: readonly TableShape[]): Promise<void> {
  const insertions = shapes.map((shape, index) => `of_${shape.name} as (${insertText(shape, index + 1)})`);
  const rows = await Promise.all(shapes.map((shape) => rowsOf(newest, shape)));
  await client.query(`with ${insertions.join(', ')} select`, rows);
}

/** A database as it was after so many migrations, with what of today's rows it had a place for. */
async function databaseOf(count: number) {
  const { database, where } = await testDatabase();
  const client = new pg.Client(where);
  await client.connect();
  await client.query('drop schema public cascade; create schema public');
  await client.query('begin');
  await makeSchema(client, known.slice(0, count));
  // What is there no more was made of other tables: the first search.
  const shapes = (await tableShapes(client)).filter(({ name }) => allTables.some((table) => table.name === name));
  // An incident comes with its parts in one statement, after which its lines in lists are made.
  const isTogether = ({ name }: TableShape): boolean => name === 'incident' || name === 'kept_part';
  await copy(client, shapes.filter(isTogether));
  for (const shape of shapes.filter((one) => !isTogether(one))) await copy(client, [shape]);
  await client.query('commit');
  return { database, client, shapes };
}

/** What a server says of all incidents and of what belongs to them. */
async function said(database: Database): Promise<unknown> {
  const call = (name: string, input: object = {}): Promise<unknown> => {
    const operation = storedOperations.find((one) => one.name === name);
    assert.ok(operation, name);
    return callStored(operation, input, { ...context, database });
  };
  const list = (await call('incident.list')) as { items: { id: string }[] };
  const ids = list.items.map(({ id }) => id).filter((id) => id !== bare);
  const perIncident = ['incident.show', 'incident.history', 'version.list'];
  const each = ids.flatMap((incident) => perIncident.map((name) => call(name, { incident })));
  return { list, each: await Promise.all(each), actions: await call('action.list'), people: await call('people.list') };
}

const [schema, today] = [await schemaText(newest), await said(server.around.database)];
for (const [index, { name }] of known.entries())
  test(`a database of ${name} comes to the schema of today, and everything in it is there as it was`, async () => {
    const { database, client, shapes } = await databaseOf(index + 1);
    const before = await Promise.all(shapes.map((shape) => rowsOf(client, shape)));
    assert.deepEqual(
      shapes.filter((_, at) => before[at]?.length === 0),
      [],
      'a table is upgraded empty',
    );
    const later = known.slice(index + 1);
    assert.deepEqual(
      await migrate(client),
      later.map((migration) => migration.name),
    );
    assert.deepEqual(await schemaText(client), schema);
    for (const [at, shape] of shapes.entries()) assert.deepEqual(await rowsOf(client, shape), before[at], shape.name);
    assert.deepEqual(await said(database), today);
    await database.close();
    await client.end();
  });
