import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { fillInsights } from '../../../bench/insights-fill.ts';
import { testDatabase } from '../../../test/server/database.ts';
import { builtinTemplates } from '../../templates/index.ts';
import { systemActor } from '../access/actor.ts';
import { defaultConfig } from '../config.ts';
import { freshBytes } from '../fresh-bytes.ts';
import type { StoredContext } from '../stored-operation.ts';
import { insightsByStatements } from './by-statements.fixture.ts';
import type { Group } from './measures.ts';
import { insightsOf, Wish } from './show.ts';

const { database } = await testDatabase();
const member = randomUUID();
const owner = {
  now: '2026-11-22T08:00:00Z',
  config: defaultConfig,
  templates: builtinTemplates(),
  actor: systemActor,
  database,
  newId: randomUUID,
  random: freshBytes,
  origin: 'http://localhost',
} as unknown as StoredContext;
const viewer: StoredContext = {
  ...owner,
  actor: { kind: 'person', id: member, personId: member, role: 'viewer' } as StoredContext['actor'],
};
const run = (text: string, values: unknown[] = []) => database.query({ text, values });

const count = 3000;
await run(
  `insert into incident (id, number, template, status, visibility, created_at, created_by) overriding system value
   select gen_random_uuid(), place, (array['enterprise', 'sre'])[1 + place % 2], 'draft', case when place % 9 = 0 then 'restricted' else 'internal' end,
     timestamptz '2022-12-30T12:00Z' + place * interval '7 hours 1 second 1 microsecond', 'person:test' from generate_series(1, $1::int) as place`,
  [count],
);
const person = { id: member, email: 'eve@example.org', name: 'Eve', role: 'viewer' as const, created_at: owner.now };
await database.kysely.insertInto('person').values(person).execute();
await run(
  `insert into incident_member (incident_id, person_id, number, created_at, status)
    select id, $1, number, created_at, status from incident where visibility = 'restricted' and number % 2 = 0`,
  [member],
);
await fillInsights(database);

/** Sums over fractions depend on the order in which they are added: what they agree in is compared. */
const rounded = (group: Group): Group => {
  const round = (value: number | null) => (value === null ? null : Number(value.toPrecision(12)));
  const spreads = Object.entries(group.spreads).map(([name, spread]) => [
    name,
    { ...spread, mean: round(spread.mean) },
  ]);
  return {
    ...group,
    spreads: Object.fromEntries(spreads) as Group['spreads'],
    budget: { ...group.budget, spent: round(group.budget.spent) },
    automation: { ...group.automation, mean: round(group.automation.mean) },
  };
};

async function compare(context: StoredContext, query: object): Promise<number> {
  const wish = Wish.parse(query);
  const [held, stated] = [await insightsOf(context, wish), await insightsByStatements(context, wish)];
  const plain = ({ all, groups, ...rest }: typeof held) => ({
    ...rest,
    all: rounded(all),
    groups: groups.map(rounded),
  });
  assert.deepEqual(plain(held), plain(stated), JSON.stringify(query));
  return held.all.incidents;
}

const narrowings = [
  {},
  { service: 'service-3' },
  { severity: 's2', from: '2024-02-01', to: '2024-02-09' },
  { cause: 'cause-7', template: 'sre' },
  { service: 'service-3', cause: 'cause-7', severity: 's1' },
  { from: '2023-04-01', to: '2023-06-30' },
  { service: 'nobody’s' },
  { from: '2031-01-01' },
];

for (const by of ['quarter', 'severity', 'service', 'cause'])
  test(`what is held counts by ${by} as the database would, to the last digit of each median, for whoever asks`, async () => {
    const zones = ['UTC', 'America/St_Johns', '+05:45'];
    for (const zone of zones)
      for (const context of [owner, viewer])
        for (const narrowing of narrowings)
          await compare({ ...context, config: { ...defaultConfig, zone } }, { by, ...narrowing });
  });

test('members count what is theirs, and others less than owners', async () => {
  assert.equal(await compare(owner, {}), count);
  assert.equal(await compare(viewer, {}), count - Math.ceil(Math.floor(count / 9) / 2));
});

test('what changes is counted by the next who asks, with what was there before', async () => {
  await run(`update insight set mitigate = 1e7, severity = 's9', services = '{one,two,one}', at = '1999-12-31T23:59:59.999999Z'
    where incident_id in (select incident_id from incident_head where number <= 20)`);
  for (const by of ['quarter', 'severity', 'service']) await compare(viewer, { by });
  const { longest } = await insightsOf(owner, Wish.parse({}));
  assert.deepEqual(new Set(longest.map(({ seconds }) => seconds)), new Set([1e7]));
});

test('who asks while another is reading all gets all', async () => {
  const fresh = { ...owner, database: { ...database } };
  const found = await Promise.all(['quarter', 'service', 'cause'].map((by) => insightsOf(fresh, Wish.parse({ by }))));
  assert.deepEqual(
    found.map(({ all }) => all.incidents),
    [count, count, count],
  );
});

test('words that people write freely make the 500 groups of most incidents', async () => {
  await run(
    `update insight set causes = array['free ' || h.number, 'free ' || h.number % 700] from incident_head h where h.incident_id = insight.incident_id`,
  );
  await compare(owner, { by: 'cause' });
});
