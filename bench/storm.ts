import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { openDatabase } from '../src/store/database.ts';
import { migrate } from '../src/store/migrate.ts';
import { startPostgres } from '../src/store/postgres/index.ts';
import { tokenFor } from './http.ts';
import { poster } from './poster.ts';
import { percentile, type Row } from './row.ts';
import { startProcess } from './server-process.ts';
import { storm, type Storm } from './storm-bodies.ts';

const deliveries = 200_000;
const senders = 50;
/** Both sides take turns so many times, so that a machine that is busy for a while is so for both. */
const slices = 10;
/** Connections of the plain inserts: as many as the server's pool has. */
const rawConnections = 20;
/** Somebody looks at the app this often meanwhile. */
const lookMs = 50;

type Call = (method: string, path: string, body?: string) => Promise<{ status: number; text: string; ms: number }>;

function caller(url: string, headers: Record<string, string> = {}): Call {
  const agent = new Agent({ keepAlive: true, maxSockets: senders });
  return (method, to, body) =>
    new Promise((resolve, reject) => {
      const start = performance.now();
      const all = { ...headers, 'content-type': 'application/json' };
      const sent = request(url + to, { method, agent, headers: all }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text, ms: performance.now() - start }));
      });
      sent.on('error', reject).end(body);
    });
}

/** The bodies of all senders, some at a time; made before anything is measured. */
function inSlices({ bodies, deliveries: count }: Storm): () => string[][] {
  const all = Array.from({ length: senders }, (_, sender) => bodies(sender));
  const each = count / senders / slices;
  return () => all.map((one) => Array.from({ length: each }, () => one.next().value as string));
}

/** Milliseconds in which all senders do their work, one body after the other. */
async function timed(slice: string[][], work: (sender: number, body: string) => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await Promise.all(
    slice.map(async (bodies, sender) => {
      for (const body of bodies) await work(sender, body);
    }),
  );
  return performance.now() - start;
}

type Race = { oursMs: number; rawMs: number; times: number[]; looks: number[]; refused: number };

/** Delivers the bodies of a storm, and inserts the same ones each by itself, a slice of them in turn. */
async function raceOf(to: string, call: Call, pool: pg.Pool, all: Storm): Promise<Race> {
  const posts = await Promise.all(Array.from({ length: senders }, () => poster(to)));
  const next = inSlices(all);
  const race: Race = { oursMs: 0, rawMs: 0, times: [], looks: [], refused: 0 };
  const deliver = async (sender: number, body: string) => {
    const start = performance.now();
    const status = await posts[sender]?.send(body);
    race.times.push(performance.now() - start);
    if (status !== 200) race.refused += 1;
  };
  const insert = (_sender: number, body: string) =>
    pool.query({ name: 'raw', text: 'insert into raw (body) values ($1)', values: [body] });
  for (let slice = 0; slice < slices; slice += 1) {
    const bodies = next();
    const look = looking(call);
    race.oursMs += await timed(bodies, deliver);
    race.looks.push(...(await look()));
    // What is left to read would slow the other side down.
    while (await isWaiting(pool)) await sleep(20);
    race.rawMs += await timed(bodies, insert);
  }
  for (const post of posts) post.end();
  return race;
}

/** Looks at a page of the app again and again until it is told to end. */
function looking(call: Call): () => Promise<number[]> {
  const times: number[] = [];
  const ended = new AbortController();
  const running = (async () => {
    while (!ended.signal.aborted) {
      times.push((await call('GET', '/api/v1/incidents?limit=20')).ms);
      await sleep(lookMs);
    }
  })();
  return async () => {
    ended.abort();
    await running;
    return times;
  };
}

const peakMegabytes = async (pid: number): Promise<number> => {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) / 1000;
};

const isWaiting = async (pool: pg.Pool): Promise<boolean> =>
  (await pool.query('select from delivery_waiting limit 1')).rowCount !== 0;

async function left(pool: pg.Pool) {
  const { rows } = await pool.query<{ kept: number; waiting: number; signals: number; told: number }>(
    `select (select count(*)::int from delivery) as kept, (select count(*)::int from delivery_waiting) as waiting,
      (select count(*)::int from signal) as signals, (select coalesce(sum(count), 0)::int from signal) as told`,
  );
  return rows[0] ?? { kept: 0, waiting: -1, signals: 0, told: 0 };
}

const plain = (name: string, figure: string, peer: string, ratio: number, target: string, met: boolean): Row => ({
  name,
  figure,
  peer,
  ratio,
  target,
  met,
});

/** A storm of alerts over HTTP to a server of its own, against plain inserts of the same bodies. */
export async function stormOverHttp(): Promise<Row[]> {
  const folder = await mkdtemp('/tmp/hindcast-bench-');
  // As root, Postgres runs as another user, who has to pass.
  await chmod(folder, 0o711);
  const running = await startPostgres({ dataFolder: path.join(folder, 'data') });
  const database = openDatabase(running.clientConfig, 2);
  const pool = new pg.Pool({ ...running.clientConfig, max: rawConnections });
  pool.on('error', () => {});
  try {
    const client = await database.connect();
    await migrate(client);
    await client.query('create table raw (id bigint generated always as identity primary key, body text not null)');
    await client.end();
    const { host = '', user, database: name } = running.clientConfig;
    const server = await startProcess({
      HINDCAST_DATA: `${folder}/http`,
      DATABASE_URL: `postgres://${user}@/${name}?host=${encodeURIComponent(host)}`,
    });
    try {
      const headers = { authorization: `Bearer ${await tokenFor(database)}` };
      const call = caller(server.url, headers);
      const made = await call('POST', '/api/v1/hooks', JSON.stringify({ name: 'Storm', source: 'alertmanager' }));
      const to = server.url + new URL((JSON.parse(made.text) as { address: string }).address).pathname;
      // Both sides warm.
      await raceOf(to, call, pool, storm(5000, senders));
      await pool.query('truncate delivery, delivery_waiting, reading, signal, sighting, raw');
      const idle = looking(call);
      await sleep(2000);
      const calm = await idle();
      const all = storm(deliveries, senders);
      const { oursMs, rawMs, times, looks, refused } = await raceOf(to, call, pool, all);
      const [rate, raw] = [deliveries / (oursMs / 1000), deliveries / (rawMs / 1000)];
      const { kept, signals, told } = await left(pool);
      const exact = kept === all.kept && signals === all.signals && told === all.tellings && refused === 0;
      const mega = await peakMegabytes(server.child.pid ?? 0);
      const ms = (value: number) => `${value.toFixed(1)} ms`;
      const [p99, seen, calmly] = [percentile(times, 0.99), percentile(looks, 0.99), percentile(calm, 0.99)];
      return [
        plain(
          `storm: ${deliveries.toLocaleString('en')} deliveries, ${senders} senders`,
          `${Math.round(rate).toLocaleString('en')} /s`,
          `raw inserts ${Math.round(raw).toLocaleString('en')} /s`,
          rate / raw,
          'stated',
          true,
        ),
        plain(
          'storm: until a delivery is answered, p99',
          ms(p99),
          `median ${ms(percentile(times, 0.5))}`,
          p99,
          '<= 250 ms',
          p99 <= 250,
        ),
        plain(
          'storm: a page of the app meanwhile, p99',
          ms(seen),
          `in calm ${ms(calmly)}`,
          seen,
          '<= 250 ms',
          seen <= 250,
        ),
        plain(
          'storm: peak memory of the server',
          `${Math.round(mega)} MB`,
          'with what reads',
          mega,
          '<= 1000 MB',
          mega <= 1000,
        ),
        plain(
          'storm: kept and told once each',
          `${kept} of ${all.kept}`,
          `${signals} signals of ${all.signals}`,
          Number(exact),
          'exact',
          exact,
        ),
      ];
    } finally {
      await server.stop();
    }
  } finally {
    await database.close();
    await pool.end();
    await running.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
