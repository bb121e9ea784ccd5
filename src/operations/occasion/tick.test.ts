import assert from 'node:assert/strict';
import { test } from 'node:test';
import { indexing } from '../../../test/server/indexing.ts';
import { testServer } from '../../../test/server/server.ts';
import { jobContext } from '../../../test/follow/job-context.ts';
import { somebody } from '../../../test/follow/world.ts';
import { tick } from './tick.ts';

let now = '2028-01-03T07:00:00.000Z';
const server = await testServer({ now: () => now });
const { database } = server.around;
const numbered = indexing(database);
const [ann, bob, eve] = [
  await somebody(server.around, 'owner', 'Ann Lead'),
  await somebody(server.around, 'editor', 'Bob Stone'),
  await somebody(server.around, 'editor', 'Eve Other'),
];
const names = new Map([ann, bob, eve].map(({ id }, index) => [id, ['Ann', 'Bob', 'Eve'][index]]));

/** Ticks at a moment, and gives what people were told then, all of it or of one action. */
async function tickAt(at: string, of = ''): Promise<string[]> {
  now = at;
  await numbered();
  const before = await database.kysely.selectFrom('notice').select('number').execute();
  await tick(jobContext(server.around));
  const rows = await database.kysely.selectFrom('notice').selectAll().where('person_id', 'is not', null).execute();
  const seen = new Set(before.map(({ number }) => number));
  return rows
    .filter(({ number }) => !seen.has(number))
    .map(({ kind, person_id: person, payload }) => {
      const { label, days } = (payload as { values: { label?: string; days?: number } }).values;
      return [kind, label, days, names.get(person ?? '')].filter((part) => part !== undefined).join(' ');
    })
    .filter((told) => told.includes(of))
    .toSorted();
}

const make = async (record: Record<string, unknown>, more = {}) => {
  const input = { template: 'enterprise', record, ...more };
  return (await ann.does<{ key: string }>('incident.create', input)).key;
};
const action = { id: 'AI-001', text: 'Alert on the backlog', owner: 'Bob Stone', due: '2028-01-07' };

test('an action is told to its owner before its day, on it and after it, and to the lead when it is long overdue; each once', async () => {
  await make({ actions: [action], roles: [{ role: 'Incident Commander', name: 'Ann Lead' }] });
  assert.deepEqual(await tickAt('2028-01-04T08:59:00.000Z'), []);
  assert.deepEqual(await tickAt('2028-01-04T09:00:00.000Z'), ['action.due AI-001 3 Bob']);
  assert.deepEqual(await tickAt('2028-01-04T09:00:01.000Z'), []);
  assert.deepEqual(await tickAt('2028-01-07T09:00:00.000Z'), ['action.due AI-001 0 Bob']);
  assert.deepEqual(await tickAt('2028-01-10T09:00:00.000Z'), ['action.overdue AI-001 3 Bob']);
  assert.deepEqual(await tickAt('2028-01-14T09:00:00.000Z'), [
    'action.escalated AI-001 7 Ann',
    'action.overdue AI-001 7 Bob',
  ]);
});

test('what was missed is said once, as it stands by now', async () => {
  now = '2028-01-17T07:00:00.000Z';
  await make({ actions: [{ ...action, id: 'AI-002', due: '2028-01-21' }] });
  assert.deepEqual(await tickAt('2028-01-17T07:01:00.000Z'), []);
  assert.deepEqual(await tickAt('2028-02-01T12:00:00.000Z'), [
    'action.escalated AI-002 11 Ann',
    'action.overdue AI-002 11 Bob',
  ]);
  const rows = await database.kysely.selectFrom('occasion').selectAll().where('label', 'like', 'AI-002%').execute();
  const steps = rows.map(({ step, said }) => `${step} ${said}`).toSorted();
  assert.deepEqual(steps, ['+1bd false', '+1mo null', '+1mo null', '+1w true', '+5bd true', '-0d false', '-3bd false']);
});

test('another day plans anew what is not said yet; the same day again repeats nothing', async () => {
  await tickAt('2028-02-07T10:00:00.000Z');
  const key = await make({ actions: [{ ...action, id: 'AI-003', due: '2028-02-11' }] });
  assert.deepEqual(await tickAt('2028-02-08T09:00:00.000Z'), ['action.due AI-003 3 Bob']);
  const { items } = await ann.does<{ items: { id: string; version: number }[] }>('action.list', { incident: key });
  const [{ id, version } = { id: '', version: 0 }] = items;
  const change = (set: object, seen: number) => ann.does('actions.change', { incident: key, id, set, seen });
  await change({ due: '2028-02-18' }, version);
  assert.deepEqual(await tickAt('2028-02-11T10:00:00.000Z'), []);
  await change({ due: '2028-02-11' }, version + 1);
  assert.deepEqual(await tickAt('2028-02-11T10:00:01.000Z'), []);
  await change({ due: '2028-02-18' }, version + 2);
  assert.deepEqual(await tickAt('2028-02-15T09:00:00.000Z'), ['action.due AI-003 3 Bob']);
  await change({ status: 'Done' }, version + 3);
  assert.deepEqual(await tickAt('2028-03-01T09:00:00.000Z'), [
    'action.escalated AI-002 40 Ann',
    'action.overdue AI-002 40 Bob',
  ]);
});

test('who is not to see a restricted incident is told nothing of it: its lead is, or nobody', async () => {
  await tickAt('2028-03-06T07:00:00.000Z');
  const key = await make({ actions: [{ ...action, id: 'AI-004', due: '2028-03-06' }] });
  await ann.does('incident.restrict', { incident: key, visibility: 'restricted', members: [eve.id] });
  assert.deepEqual(await tickAt('2028-03-06T09:00:00.000Z'), ['action.due AI-004 0 Ann']);
});

test('an import of what was due long ago says nothing about it', async () => {
  await make({ actions: [{ ...action, id: 'AI-005', due: '2027-11-01' }] });
  assert.deepEqual(await tickAt('2028-03-06T10:00:00.000Z'), []);
});

test('other settings plan anew what is not said yet, and repeat nothing', async () => {
  await make({ actions: [{ ...action, id: 'AI-006', due: '2028-03-10' }] });
  assert.deepEqual(await tickAt('2028-03-07T09:00:00.000Z', 'AI-006'), ['action.due AI-006 3 Bob']);
  await ann.does('settings.change', { name: 'follow.remindBefore', value: ['3bd', '1bd'], seen: 0 });
  await ann.does('settings.change', { name: 'follow.hour', value: '10:30', seen: 0 });
  assert.deepEqual(await tickAt('2028-03-09T09:00:00.000Z', 'AI-006'), []);
  assert.deepEqual(await tickAt('2028-03-09T10:30:00.000Z', 'AI-006'), ['action.due AI-006 1 Bob']);
  assert.deepEqual(await tickAt('2028-03-10T10:30:00.000Z', 'AI-006'), []);
});

test('a region whose holidays nobody knows is refused', async () => {
  const change = (value: string[]) => ann.does('settings.change', { name: 'follow.holidays', value, seen: 0 });
  await assert.rejects(change(['DE', 'DE-XX']), { code: 'setting.invalid' });
});

test('it goes on when the incident is archived', async () => {
  await tickAt('2028-03-13T07:00:00.000Z');
  const key = await make({ actions: [{ ...action, id: 'AI-007', due: '2028-03-14' }] });
  await tickAt('2028-03-13T08:00:00.000Z');
  await database.query({ text: `update incident set status = 'archived' where number = $1`, values: [key.slice(4)] });
  assert.deepEqual(await tickAt('2028-03-14T10:30:00.000Z', 'AI-007'), ['action.due AI-007 0 Bob']);
  await bob.does('action.finish', { incident: key, id: 'AI-007' });
  assert.deepEqual(await tickAt('2028-03-15T10:30:00.000Z', 'AI-007'), []);
});

test('several that tick at once say everything once', async () => {
  const entries = Array.from({ length: 60 }, (_, index) => ({ ...action, id: `B-${index}`, due: '2028-03-20' }));
  for (let index = 0; index < 6; index++) await make({ actions: entries.slice(index * 10, index * 10 + 10) });
  await tickAt('2028-03-17T10:30:00.000Z');
  now = '2028-03-21T10:30:00.000Z';
  await Promise.all(Array.from({ length: 4 }, () => tick(jobContext(server.around))));
  const rows = await database.kysely.selectFrom('notice').selectAll().where('person_id', '=', bob.id).execute();
  const told = rows.map(({ payload }) => (payload as { values: { label: string } }).values.label);
  assert.equal(told.filter((label) => label.startsWith('B-')).length, 120);
  assert.equal(new Set(told.filter((label) => label.startsWith('B-'))).size, 60);
  const due = database.kysely
    .selectFrom('occasion')
    .where('fired_at', 'is', null)
    .where('at', '<=', new Date(now).toISOString() as never);
  assert.deepEqual(await due.selectAll().execute(), []);
});

test('days that stand for never, or that no calendar has, keep nothing else from being said', async () => {
  now = '2028-11-06T07:00:00.000Z';
  await make({
    actions: [
      { ...action, id: 'AI-090', due: '9999-12-31' },
      { ...action, id: 'AI-091', due: '0000-01-01' },
      { ...action, id: 'AI-092', due: '2028-11-10' },
    ],
    reviews: [{ interval: '1 week', date: '2026-13-45' }],
    document: { nextReview: '2026-02-30' },
  });
  await tickAt('2028-11-06T12:00:00.000Z');
  assert.deepEqual(await tickAt('2028-11-07T12:00:00.000Z', 'AI-092'), ['action.due AI-092 3 Bob']);
});
