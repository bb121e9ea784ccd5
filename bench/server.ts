import { randomBytes, randomUUID } from 'node:crypto';
import { freshBytes } from '../src/operations/fresh-bytes.ts';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { systemActor } from '../src/operations/access/actor.ts';
import { callStored } from '../src/operations/call-stored.ts';
import { defaultConfig } from '../src/operations/config.ts';
import type { StoredContext } from '../src/operations/stored-operation.ts';
import { storedOperations } from '../src/operations/stored.ts';
import { type Database, openDatabase } from '../src/store/database.ts';
import { openEvidenceStore } from '../src/store/evidence/index.ts';
import { type Sequencer, startSequencer } from '../src/store/ledger/sequencer.ts';
import { migrate } from '../src/store/migrate.ts';
import { startPostgres } from '../src/store/postgres/index.ts';
import { builtinTemplates } from '../src/templates/index.ts';
import { overHttp } from './http.ts';
import { race } from './race.ts';
import type { Row } from './row.ts';
import { starting } from './start.ts';

/** Connections of each side; more callers wait for one. */
const mostConnections = 16;

/** Batches that one incident gets: its timeline is then a long one, 3,000 events. */
const batchesOfOne = 30;

const operation = (name: string) => {
  const found = storedOperations.find((candidate) => candidate.name === name);
  if (found === undefined) throw new Error(`there is no operation ${name}`);
  return found;
};

const rate = (value: number, what: string) => `${Math.round(value).toLocaleString('en')} ${what}/s`;

/** An event of about 200 bytes, as monitoring sends them. */
const event = (index: number) => ({
  at: `2026-01-01T10:${String(index % 60).padStart(2, '0')}Z`,
  precision: 'instant',
  text: `checkout-${index}: error ratio above 5 % for 10 minutes, ${randomBytes(8).toString('hex')}`,
  actor: 'Alertmanager',
});

async function context(database: Database, folder: string): Promise<StoredContext> {
  return {
    now: new Date().toISOString(),
    config: defaultConfig,
    templates: builtinTemplates(),
    actor: systemActor,
    database,
    evidence: openEvidenceStore(undefined, folder),
    newId: () => randomUUID(),
    random: freshBytes,
    origin: 'http://localhost',
  };
}

/** The sequencer numbers entries beside the writers, as it does in life. */
const quiet = { info: () => {}, warn: () => {} };

/** Claims about the server: durable writes with their ledger entry, against inserts of as many bytes. */
export async function server(): Promise<Row[]> {
  const folder = await mkdtemp('/tmp/hindcast-bench-');
  // As root, Postgres runs as another user, who has to pass.
  await chmod(folder, 0o711);
  const running = await startPostgres({ dataFolder: path.join(folder, 'data') });
  const database = openDatabase(running.clientConfig, mostConnections);
  const pool = new pg.Pool({ ...running.clientConfig, max: mostConnections });
  pool.on('error', () => {});
  let sequencer: Sequencer | undefined;
  try {
    const client = await database.connect();
    await migrate(client);
    await client.query('create table raw (id bigint generated always as identity primary key, body text not null)');
    await client.end();
    const around = await context(database, folder);
    sequencer = startSequencer(database, { log: quiet });
    const inside = [...(await patches(around, pool)), ...(await batches(around, pool))];
    await sequencer.stop();
    sequencer = undefined;
    const place = { database, where: running.clientConfig, pool, folder };
    return [...inside, ...(await overHttp(place)), ...(await starting(folder))];
  } finally {
    await sequencer?.stop();
    await database.close();
    await pool.end();
    await running.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function patches(around: StoredContext, pool: pg.Pool): Promise<Row[]> {
  const create = operation('incident.create');
  const change = operation('record.set');
  const rows: Row[] = [];
  // An entry and its part are about this many bytes together.
  const body = 'x'.repeat(500);
  for (const clients of [1, 10, 100]) {
    const own = await Promise.all(
      Array.from({ length: clients }, async () => {
        const made = (await callStored(create, { record: { summary: { text: 'It began.' } } }, around)) as {
          id: string;
        };
        return { incident: made.id, seen: 1 };
      }),
    );
    const rates = await race(
      clients,
      async (index) => {
        const place = own[index] as { incident: string; seen: number };
        const set = { text: `All orders failed since 10:${place.seen}.` };
        const input = { incident: place.incident, part: 'summary', set, seen: place.seen };
        place.seen = ((await callStored(change, input, around)) as { version: number }).version;
      },
      () => pool.query({ name: 'raw', text: 'insert into raw (body) values ($1)', values: [body] }),
    );
    rows.push(rowOf(`single patches, ${clients} clients`, rates, 'patches', 0.5));
  }
  return rows;
}

async function batches(around: StoredContext, pool: pg.Pool): Promise<Row[]> {
  const create = operation('incident.create');
  const bring = operation('timeline.import');
  const rows: Row[] = [];
  for (const clients of [1, 10, 100]) {
    const made = () => callStored(create, { title: 'Batches' }, around) as Promise<{ id: string }>;
    let [incident, brought] = [made(), 0];
    const entries = Array.from({ length: 100 }, (_, index) => event(index));
    const bodies = entries.map((entry) => JSON.stringify(entry).padEnd(280, 'x'));
    const rates = await race(
      clients,
      async () => {
        brought += 1;
        if (brought % batchesOfOne === 0) incident = made();
        return callStored(bring, { incident: (await incident).id, entries }, around);
      },
      () =>
        pool.query({
          name: 'raw-100',
          text: 'insert into raw (body) select * from unnest($1::text[])',
          values: [bodies],
        }),
    );
    rows.push(rowOf(`batches of 100 events, ${clients} clients`, rates, 'batches', 0.9));
  }
  return rows;
}

type Rates = Awaited<ReturnType<typeof race>>;

function rowOf(name: string, { ours, raw, ratio }: Rates, what: string, target: number): Row {
  return {
    name,
    figure: rate(ours, what),
    peer: `raw inserts ${rate(raw, what === 'patches' ? 'rows' : '100 rows')}`,
    ratio,
    target: `>= ${target} x`,
    met: ratio >= target,
  };
}
