import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import type pg from 'pg';
import { permissions } from '../src/operations/access/permissions.ts';
import type { Database } from '../src/store/database.ts';
import { race } from './race.ts';
import type { Row } from './row.ts';
import { startProcess } from './server-process.ts';

/** The database of the bench, by its name; what runs beside it is another process. */
type Place = { database: Database; where: pg.ClientConfig; pool: pg.Pool; folder: string };
type Call = (method: string, path: string, body?: unknown) => Promise<Record<string, unknown>>;

const events = 500;

/** A token that may do everything, put where the server looks. */
export async function tokenFor({ kysely }: Database): Promise<string> {
  const secret = `hct_${randomBytes(24).toString('base64url')}`;
  const [id, at] = [randomUUID(), new Date().toISOString()];
  await kysely
    .insertInto('person')
    .values({ id, email: 'bench@example.org', name: 'Bench', role: 'owner', created_at: at })
    .execute();
  await kysely
    .insertInto('token')
    .values({
      id: randomUUID(),
      hash: createHash('sha256').update(secret).digest(),
      name: 'bench',
      person_id: id,
      role: 'admin',
      scopes: Object.keys(permissions),
      created_at: at,
      expires_at: new Date(Date.parse(at) + 3_600_000).toISOString(),
    })
    .execute();
  return secret;
}

/** Calls over connections that are kept, as programs do. */
function caller(url: string, secret: string): Call {
  const agent = new Agent({ keepAlive: true, maxSockets: 100 });
  const headers = { authorization: `Bearer ${secret}`, 'content-type': 'application/json' };
  return (method, path, body) =>
    new Promise((resolve, reject) => {
      const sent = request(`${url}/api/v1${path}`, { method, agent, headers }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        response.on('end', () => {
          if ((response.statusCode ?? 500) >= 300) reject(new Error(`${method} ${path}: ${text.slice(0, 500)}`));
          else resolve(JSON.parse(text) as Record<string, unknown>);
        });
      });
      sent.on('error', reject).end(body === undefined ? undefined : JSON.stringify(body));
    });
}

const stated = (
  name: string,
  { ours, raw, ratio }: Awaited<ReturnType<typeof race>>,
  what: string,
  peer: string,
): Row => ({
  name,
  figure: `${Math.round(ours).toLocaleString('en')} ${what}/s`,
  peer: `${peer} ${Math.round(raw).toLocaleString('en')}/s`,
  ratio,
  target: 'stated',
  met: true,
});

/** What a program gets over HTTP, from a process of its own; stated beside what `pg` alone does with as many bytes. */
export async function overHttp({ database, where, pool, folder }: Place): Promise<Row[]> {
  const address = `postgres://${where.user}@/${where.database}?host=${encodeURIComponent(where.host ?? '')}`;
  const server = await startProcess({
    HINDCAST_DATA: `${folder}/http`,
    DATABASE_URL: address,
    HINDCAST_RATE_LIMIT: '100000000',
  });
  try {
    const call = caller(server.url, await tokenFor(database));
    const rows: Row[] = [];
    for (const clients of [1, 10, 100])
      rows.push(...(await writes(call, pool, clients)), ...(await reads(call, pool, clients)));
    return rows;
  } finally {
    await server.stop();
  }
}

const titled = async (call: Call): Promise<string> =>
  (await call('POST', '/incidents', { record: { summary: { text: 'It began.' } } }))['id'] as string;

async function writes(call: Call, pool: pg.Pool, clients: number): Promise<Row[]> {
  const own = await Promise.all(
    Array.from({ length: clients }, async () => ({ incident: await titled(call), seen: 1 })),
  );
  const body = 'x'.repeat(500);
  const raw = () => pool.query({ name: 'raw', text: 'insert into raw (body) values ($1)', values: [body] });
  const patched = await race(
    clients,
    async (index) => {
      const place = own[index] as { incident: string; seen: number };
      const set = { text: `All orders failed since 10:${place.seen}.` };
      const answer = await call('PATCH', `/incidents/${place.incident}/record/summary`, { set, seen: place.seen });
      place.seen = answer['version'] as number;
    },
    raw,
  );
  return [stated(`over HTTP: single patches, ${clients} clients`, patched, 'patches', 'raw inserts')];
}

async function reads(call: Call, pool: pg.Pool, clients: number): Promise<Row[]> {
  const incident = await titled(call);
  const entries = Array.from({ length: events }, (_, index) => ({ text: `checkout-${index}: error ratio above 5 %` }));
  await call('POST', `/incidents/${incident}/timeline/batch`, { entries });
  const bytes = JSON.stringify(await call('GET', `/incidents/${incident}`)).length;
  const { rows } = await pool.query<{ id: string }>('insert into raw (body) values ($1) returning id', [
    'x'.repeat(bytes),
  ]);
  const id = rows[0]?.id;
  const read = () => pool.query({ name: 'raw-read', text: 'select body from raw where id = $1', values: [id] });
  const whole = await race(clients, () => call('GET', `/incidents/${incident}`), read);
  const list = await race(clients, () => call('GET', '/incidents?limit=20'), read);
  return [
    stated(`over HTTP: an incident of ${events} events, ${clients} clients`, whole, 'reads', 'raw reads'),
    stated(`over HTTP: a list of 20 incidents, ${clients} clients`, list, 'reads', 'raw reads'),
  ];
}
