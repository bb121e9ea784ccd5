import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testServer } from '../../../test/server/server.ts';
import { recalled } from '../versions/recalled.ts';

const server = await testServer();
const ann = await server.person('editor', 'Ann');

type Shown = {
  sha256: string;
  record: { summary?: { text: string }; timeline: { text: string }[] };
  versions: unknown;
};
const show = async (incident: string): Promise<Shown> => (await ann.call('GET', incident)).json as unknown as Shown;

test('an incident that is shown again is what it is now, whoever changed it and however', async () => {
  const { json } = await ann.call('POST', '/incidents', { record: { summary: { text: 'It began.' } } });
  const incident = `/incidents/${json['id']}`;
  await ann.call('POST', `${incident}/timeline/batch`, { entries: [{ text: 'one' }, { text: 'two' }] });
  const first = await show(incident);
  assert.deepEqual(await show(incident), first);
  assert.deepEqual(
    first.record.timeline.map(({ text }) => text),
    ['one', 'two'],
  );
  // As another process does: nothing in this one hears of it.
  const change = `update kept_part set value = '{"text":"It ended."}', version = version + 1 where incident_id = $1 and key = 'summary'`;
  await server.around.database.query({ text: change, values: [json['id']] });
  const second = await show(incident);
  assert.equal(second.record.summary?.text, 'It ended.');
  assert.notEqual(second.sha256, first.sha256);
});

test('a change that leaves every version as it was is seen, too', async () => {
  const { json } = await ann.call('POST', '/incidents', { record: { summary: { text: 'It began.' } } });
  const incident = `/incidents/${json['id']}`;
  const before = await show(incident);
  const change = `update kept_part set value = '{"text":"Restored."}' where incident_id = $1 and key = 'summary'`;
  await server.around.database.query({ text: change, values: [json['id']] });
  assert.notEqual((await show(incident)).sha256, before.sha256);
});

test('what is remembered cannot be changed by one who was given it, and the oldest is forgotten first', () => {
  const { database } = server.around;
  let made = 0;
  const make = () => ({ list: [(made += 1)] });
  const source = 'x'.repeat(900_000);
  assert.throws(() => recalled(database, 'a', source, make).list.push(2), TypeError);
  assert.deepEqual(recalled(database, 'a', source, make), { list: [1] });
  for (const name of ['b', 'c', 'd', 'e']) recalled(database, name, source, make);
  assert.deepEqual(recalled(database, 'e', source, make), { list: [5] });
  assert.deepEqual(recalled(database, 'a', source, make), { list: [6] });
});
