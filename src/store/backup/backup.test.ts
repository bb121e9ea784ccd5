import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { after, test } from 'node:test';
import pg from 'pg';
import { testServer } from '../../../test/server/server.ts';
import { testDatabase } from '../../../test/server/database.ts';
import { entryHash } from '../../ledger/entry-hash.ts';
import { openEvidenceStore } from '../evidence/index.ts';
import { type ArchiveFile, BackupError, makeBackup, restoreBackup, tarOf, untar } from './index.ts';
import { plainForms, tableShapes } from './schema.ts';

const server = await testServer();
const ann = await server.person('owner', 'Ann \\ "O\'Neil", \t née Δ');
const { database, evidence } = server.around;

async function allOf<Each>(source: AsyncIterable<Each> | Iterable<Each>): Promise<Each[]> {
  const all: Each[] = [];
  for await (const each of source) all.push(each);
  return all;
}

async function ownStore() {
  const folder = await mkdtemp('/tmp/hindcast-restored-');
  after(() => rm(folder, { recursive: true, force: true }));
  return openEvidenceStore(undefined, folder);
}

async function emptyDatabase(): Promise<pg.Client> {
  const { where } = await testDatabase();
  const client = new pg.Client(where);
  await client.connect();
  after(() => client.end());
  await client.query('drop schema public cascade; create schema public');
  return client;
}

async function backedUp(): Promise<Uint8Array[]> {
  const client = await database.connect();
  const { files } = await makeBackup(client, evidence, 'test');
  const chunks = await allOf(tarOf(files));
  await client.end();
  return chunks;
}

async function* pieces(chunks: Uint8Array[], size: number): AsyncGenerator<Uint8Array> {
  const whole = Buffer.concat(chunks);
  for (let at = 0; at < whole.length; at += size) yield whole.subarray(at, at + size);
}

/** Every row of every table as text, sorted. */
async function content(client: pg.Client): Promise<Record<string, string[]>> {
  await client.query('begin');
  await client.query(plainForms);
  const found: Record<string, string[]> = {};
  for (const { name } of await tableShapes(client)) {
    const { rows } = await client.query<{ row: string }>(`select r::text as row from "${name}" r order by 1`);
    found[name] = rows.map(({ row }) => row);
  }
  await client.query('commit');
  return found;
}

test('a backup restored into an empty database holds the same rows, evidence and counters, and its entries hash to what they say', async () => {
  const created = await ann.call('POST', '/incidents', { title: 'Kasse fällt aus \\N "x" (1,2)' });
  await ann.call('POST', `/incidents/${created.json['id']}/timeline`, {
    entry: { text: 'a\nb\\\t{},"', at: '2026-01-01', precision: 'day' },
  });
  const object = await evidence.put([Buffer.from('evidence \0 bytes')] as never, { maxBytes: 1000 });
  const row = {
    sha256: object.sha256,
    bytes: String(object.bytes),
    type: object.type,
    stored_at: '2026-01-01T00:00:00Z',
  };
  await database.kysely
    .insertInto('evidence')
    .values(row as never)
    .execute();

  const target = await emptyDatabase();
  const store = await ownStore();
  const { end, head } = await restoreBackup(target, store, untar(pieces(await backedUp(), 777)));
  const source = await database.connect();
  assert.deepEqual(await content(target), await content(source));
  await source.end();
  assert.equal(end.evidence.objects, 1);
  assert.ok(await store.has(object.sha256));
  assert.match(head.at, /^\d{4}-\d\d-\d\dT.*Z$/);
  const { rows } = await target.query<{ salt: Buffer; payload: string; hash: Buffer }>(
    'select salt, payload, hash from entry',
  );
  assert.ok(rows.length >= 2);
  for (const { salt, payload, hash } of rows) assert.deepEqual(Buffer.from(entryHash(salt, payload)), hash);
  const { rows: next } = await target.query(`select nextval(pg_get_serial_sequence('incident', 'number')) as number`);
  assert.equal(Number(next[0].number), Number(created.json['number']) + 1);
});

test('a backup shows one moment: what is written while it is made is not in it', async () => {
  const client = await database.connect();
  const { files } = await makeBackup(client, evidence, 'test');
  const first = await files.next();
  await ann.call('POST', '/incidents', { title: 'written meanwhile' });
  const rest = (await allOf(tarOf(files))).map(String).join('');
  await client.end();
  assert.equal(first.done, false);
  assert.doesNotMatch(rest, /written meanwhile/);
});

test('a database that holds something is refused and stays as it is', async () => {
  const { where } = await testDatabase();
  const client = new pg.Client(where);
  await client.connect();
  await assert.rejects(restoreBackup(client, await ownStore(), untar(pieces(await backedUp(), 4096))), (error) => {
    return error instanceof BackupError && error.code === 'backup.not-empty';
  });
  await client.end();
});

test('a cut off, changed or foreign file is refused, and the database is empty as before', async () => {
  const target = await emptyDatabase();
  const store = await ownStore();
  const whole = Buffer.concat(await backedUp());
  const changed = Buffer.from(whole);
  changed[whole.indexOf('Kasse')] = 0x6b;
  const withoutEnd = Buffer.concat([whole.subarray(0, whole.indexOf('end.json')), Buffer.alloc(1024)]);
  for (const bad of [
    whole.subarray(0, whole.length / 2),
    changed,
    withoutEnd,
    Buffer.from('x'.repeat(2000)),
    Buffer.alloc(0),
  ]) {
    await assert.rejects(restoreBackup(target, store, untar(pieces([bad], 5000))), (error) => {
      return error instanceof BackupError && error.code === 'backup.invalid';
    });
    assert.deepEqual(await content(target), {});
  }
});

test('evidence that its store has lost is named, and the backup is made nonetheless', async () => {
  const lost = 'f'.repeat(64);
  const row = { sha256: lost, bytes: '3', type: 'text/plain', stored_at: '2026-01-01T00:00:00Z' };
  await database.kysely
    .insertInto('evidence')
    .values(row as never)
    .execute();
  const client = await database.connect();
  const { files, end } = await makeBackup(client, evidence, 'test');
  for await (const file of files as AsyncIterable<ArchiveFile>) await allOf(file.body);
  await client.end();
  assert.deepEqual(end.evidence.missing, [lost]);
});
