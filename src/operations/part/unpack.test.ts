import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { type Answer, testServer } from '../../../test/server/server.ts';

type Shown = { record: { timeline: { text: string }[] }; versions: { timeline: { id: string; version: number }[] } };

const server = await testServer();
const ann = await server.person('editor', 'Ann');
const ben = await server.person('editor', 'Ben');

const shown = async (incident: string): Promise<Shown> => (await ann.call('GET', incident)).json as unknown as Shown;
const textsOf = async (incident: string) => (await shown(incident)).record.timeline.map(({ text }) => text);
const rowsOf = async (incident: string): Promise<number> => {
  const text = `select count(*)::int as count from kept_part where key = 'timeline' and incident_id = $1`;
  const values = [incident.replace('/incidents/', '')];
  return (await server.around.database.query<{ count: number }>({ text, values })).rows[0]?.count ?? 0;
};

/** An incident with events that came together, and their ids. */
async function withEvents(count: number): Promise<{ incident: string; ids: string[] }> {
  const { json } = await ann.call('POST', '/incidents', { title: 'Checkout down' });
  const incident = `/incidents/${json['id']}`;
  const entries = Array.from({ length: count }, (_, index) => ({ text: `event ${index + 1}` }));
  const brought = await ann.call('POST', `${incident}/timeline/batch`, { entries });
  assert.equal(brought.status, 200, brought.text);
  return { incident, ids: brought.json['ids'] as unknown as string[] };
}

test('entries that came together are one row until one of them is changed; the others, their ids and order stay', async () => {
  const { incident, ids } = await withEvents(5);
  assert.equal(await rowsOf(incident), 1);
  const before = (await shown(incident)).versions.timeline;
  assert.deepEqual(
    before.map(({ id }) => id),
    ids,
  );
  const changed = await ann.call('PATCH', `${incident}/timeline/${ids[2]}`, { set: { text: 'changed' }, seen: 1 });
  assert.equal(changed.status, 200, changed.text);
  assert.equal(await rowsOf(incident), 5);
  assert.deepEqual(await textsOf(incident), ['event 1', 'event 2', 'changed', 'event 4', 'event 5']);
  assert.deepEqual(
    (await shown(incident)).versions.timeline,
    before.map(({ id }) => ({ id, version: id === ids[2] ? 2 : 1 })),
  );
});

test('one of those that came together is removed', async () => {
  const { incident, ids } = await withEvents(3);
  const removed = await ann.call('DELETE', `${incident}/timeline/${ids[0]}?seen=1`);
  assert.equal(removed.status, 200, removed.text);
  assert.deepEqual(await textsOf(incident), ['event 2', 'event 3']);
});

test('people who change different entries that came together in one moment all succeed', async () => {
  const { incident, ids } = await withEvents(8);
  const answers: Answer[] = await Promise.all(
    ids.map((id, index) =>
      (index % 2 === 0 ? ann : ben).call('PATCH', `${incident}/timeline/${id}`, {
        set: { text: `by ${index}` },
        seen: 1,
      }),
    ),
  );
  assert.deepEqual(
    answers.map(({ status }) => status),
    ids.map(() => 200),
  );
  assert.deepEqual(
    await textsOf(incident),
    ids.map((_, index) => `by ${index}`),
  );
});

test('one who finds them kept one by one by somebody else in the same moment finds the own one (CI: 404, 200, ...)', async () => {
  const { incident, ids } = await withEvents(2);
  const holder = await server.around.database.connect();
  await holder.query('begin');
  const values = [incident.replace('/incidents/', '')];
  await holder.query(`select 1 from kept_part where key = 'timeline' and incident_id = $1 for update`, values);
  const changes = ids.map((id) =>
    ann.call('PATCH', `${incident}/timeline/${id}`, { set: { text: `changed ${id}` }, seen: 1 }),
  );
  const waiting = `select count(*)::int as count from pg_stat_activity where wait_event_type = 'Lock'
    and datname = current_database()`;
  const both = async () => (await holder.query<{ count: number }>(waiting)).rows[0]?.count === 2;
  while (!(await both())) await setTimeout(5);
  await holder.query('commit');
  await holder.end();
  const answers = await Promise.all(changes);
  assert.deepEqual(
    answers.map(({ status }) => status),
    [200, 200],
  );
});

test('what comes together has no entry by its own name', async () => {
  const { incident, ids } = await withEvents(2);
  const batch = ids[0]?.replace(/-1$/, '') ?? '';
  for (const seen of [1, 2]) {
    const change = await ann.call('PATCH', `${incident}/timeline/${batch}`, { set: { text: 'x' }, seen });
    assert.equal(change.json['code'], 'record.entry-not-found');
    const remove = await ann.call('DELETE', `${incident}/timeline/${batch}?seen=${seen}`);
    assert.equal(remove.json['code'], 'record.entry-not-found');
  }
  const missing = await ann.call('PATCH', `${incident}/timeline/${batch}-3`, { set: { text: 'x' }, seen: 1 });
  assert.equal(missing.json['code'], 'record.entry-not-found');
  assert.deepEqual(await textsOf(incident), ['event 1', 'event 2']);
});

test('a document in which one of them is edited and one taken out is applied', async () => {
  const { incident } = await withEvents(4);
  const { versions } = await shown(incident);
  const { text: before } = await ann.call('GET', `${incident}/document`);
  const markdown = before.replace('event 2', 'edited').replace(/.*event 3.*\n/, '');
  const applied = await ann.call('POST', `${incident}/apply`, { before, seen: versions, markdown });
  assert.equal(applied.status, 200, applied.text);
  assert.deepEqual(await textsOf(incident), ['event 1', 'edited', 'event 4']);
});
