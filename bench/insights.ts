import { randomUUID } from 'node:crypto';
import { insightsByStatements } from '../src/operations/insight/by-statements.fixture.ts';
import { heldColumns } from '../src/operations/insight/held-columns.ts';
import { insightsOf, Wish } from '../src/operations/insight/show.ts';
import type { StoredContext } from '../src/operations/stored-operation.ts';
import { fillInsights } from './insights-fill.ts';
import { percentile, type Row } from './row.ts';
import { withStore } from './with-store.ts';

const incidents = Number(process.env['HINDCAST_BENCH_DOCUMENTS'] ?? 100_000);
const mostMs = 200;
const readInSeconds = 10;
const atOnce = 5000;
const [warmUp, times, peerTimes] = [5, 20, 5];
const many = incidents.toLocaleString('en');

/** What the screen asks for: each grouping, and the narrowings of its head. */
const wishes: { name: string; wish: object }[] = [
  ...['quarter', 'severity', 'service', 'cause'].map((by) => ({ name: `by ${by}`, wish: { by } })),
  { name: 'by quarter, of one service', wish: { by: 'quarter', service: 'service-7' } },
  {
    name: 'by service, of one severity and two years',
    wish: { by: 'service', severity: 's1', from: '2020-01-01', to: '2021-12-31' },
  },
];

async function tookMs(count: number, work: () => Promise<unknown>): Promise<number[]> {
  const took: number[] = [];
  for (let time = 0; time < count; time += 1) {
    const start = performance.now();
    await work();
    took.push(performance.now() - start);
  }
  return took;
}

async function rowOf(name: string, context: StoredContext, given: object): Promise<Row> {
  const wish = Wish.parse(given);
  await tookMs(warmUp, () => insightsOf(context, wish));
  const ours = await tookMs(times, () => insightsOf(context, wish));
  const theirs = percentile(await tookMs(peerTimes, () => insightsByStatements(context, wish)), 0.5);
  const [p50, p95] = [percentile(ours, 0.5), percentile(ours, 0.95)];
  return {
    name: `insights ${name} over ${many} incidents`,
    figure: `${p50.toFixed(0)} / ${p95.toFixed(0)} ms`,
    peer: `SQL percentile_cont ${theirs.toFixed(0)} ms`,
    ratio: theirs / p50,
    target: `<= ${mostMs} ms`,
    met: p95 <= mostMs,
  };
}

/** Incidents over ten years, one in a hundred of them restricted. */
async function fillHeads({ database }: StoredContext): Promise<void> {
  const text = `insert into incident (id, number, template, status, visibility, created_at, created_by) overriding system value
    select gen_random_uuid(), place, 'enterprise', 'draft', case when place % 100 = 0 then 'restricted' else 'internal' end,
      timestamptz '2016-01-01' + place * interval '3650 days' / $2, 'person:bench'
    from generate_series($1::int + 1, least($1 + ${atOnce}, $2::int)) as place`;
  for (let first = 0; first < incidents; first += atOnce) await database.query({ text, values: [first, incidents] });
}

/** Somebody who may not see some of the restricted incidents. */
async function memberOf(context: StoredContext): Promise<StoredContext> {
  const id = randomUUID();
  const person = { id, email: 'member@example.org', name: 'Member', role: 'editor' as const, created_at: context.now };
  await context.database.kysely.insertInto('person').values(person).execute();
  const text = `insert into incident_member (incident_id, person_id, number, created_at, status)
    select id, $1, number, created_at, status from incident where visibility = 'restricted' and number % 3 = 0`;
  await context.database.query({ text, values: [id] });
  return { ...context, actor: { kind: 'person', id, personId: id, name: 'Member', role: 'editor' } };
}

/** Claims about what is counted over many incidents, against the same figures by statements of the database. */
export const insights = (): Promise<Row[]> =>
  withStore(async (owner) => {
    await fillHeads(owner);
    await fillInsights(owner.database);
    const member = await memberOf(owner);
    await owner.database.query({ text: 'analyze incident_head', values: [] });
    const [read = 0] = await tookMs(1, () => heldColumns(owner.database));
    const rows: Row[] = [];
    for (const { name, wish } of wishes) rows.push(await rowOf(name, owner, wish));
    for (const { name, wish } of wishes.slice(0, 1)) rows.push(await rowOf(`${name}, as a member`, member, wish));
    return [
      ...rows,
      {
        name: `insights: reading ${many} at the start`,
        figure: `${(read / 1000).toFixed(1)} s`,
        peer: 'once in the life of a process',
        ratio: (readInSeconds * 1000) / read,
        target: `<= ${readInSeconds} s`,
        met: read <= readInSeconds * 1000,
      },
    ];
  });
