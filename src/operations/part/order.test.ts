import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testServer } from '../../../test/server/server.ts';

type Shown = { record: { timeline: { text: string }[] } };

const server = await testServer();
const ann = await server.person('editor', 'Ann');

async function textsOf(incident: string): Promise<string[]> {
  const { json } = await ann.call('GET', incident);
  return (json as unknown as Shown).record.timeline.map(({ text }) => text);
}

test('entries that came together stand in the order they came in, and later ones behind them', async () => {
  const { json } = await ann.call('POST', '/incidents', { title: 'Checkout down' });
  const incident = `/incidents/${json['id']}`;
  const texts = Array.from({ length: 5000 }, (_, index) => `event ${index}`);
  await ann.call('POST', `${incident}/timeline/batch`, { entries: texts.map((text) => ({ text })) });
  await new Promise((resolve) => setTimeout(resolve, 10));
  await ann.call('POST', `${incident}/timeline`, { entry: { text: 'the last' } });
  assert.deepEqual(await textsOf(incident), [...texts, 'the last']);
});

/** An incident with these events, none of them changed since they came. */
async function withEvents(texts: string[]): Promise<{ incident: string; ids: string[] }> {
  const { json } = await ann.call('POST', '/incidents', { title: 'Checkout down' });
  const incident = `/incidents/${json['id']}`;
  const entries = texts.map((text) => ({ text }));
  const brought = await ann.call('POST', `${incident}/timeline/batch`, { entries });
  return { incident, ids: (brought.json as unknown as { ids: string[] }).ids };
}

test('an entry is added behind another one, or before all', async () => {
  const { incident, ids } = await withEvents(['a', 'b', 'c']);
  const behind = await ann.call('POST', `${incident}/timeline`, { entry: { text: 'a2' }, after: ids[0] });
  assert.equal(behind.status, 200, behind.text);
  await ann.call('POST', `${incident}/timeline`, { entry: { text: 'first' }, after: '' });
  await ann.call('POST', `${incident}/timeline`, { entry: { text: 'last' } });
  assert.deepEqual(await textsOf(incident), ['first', 'a', 'a2', 'b', 'c', 'last']);
  const lost = await ann.call('POST', `${incident}/timeline`, { entry: { text: 'x' }, after: 'none' });
  assert.deepEqual([lost.status, lost.json['code']], [404, 'record.entry-not-found']);
});

test('an entry is moved; who writes in it meanwhile is not in the way, nor is the move', async () => {
  const { incident, ids } = await withEvents(['a', 'b', 'c']);
  const [a = '', b = '', c = ''] = ids;
  const moved = await ann.call('POST', `${incident}/timeline/${c}/move`, { after: a });
  assert.deepEqual([moved.status, moved.json], [200, { version: 2 }]);
  assert.deepEqual(await textsOf(incident), ['a', 'c', 'b']);
  const written = await ann.call('PATCH', `${incident}/timeline/${c}`, { set: { text: 'C' }, seen: 1 });
  assert.equal(written.status, 200, written.text);
  await ann.call('POST', `${incident}/timeline/${c}/move`, { after: '' });
  assert.deepEqual(await textsOf(incident), ['C', 'a', 'b']);
  const still = await ann.call('POST', `${incident}/timeline/${b}/move`, { after: a });
  assert.deepEqual(still.json, { version: 1 });
  const itself = await ann.call('POST', `${incident}/timeline/${b}/move`, { after: b });
  assert.equal(itself.status, 400);
});

test('however often something is put into the same place, the order holds', async () => {
  const { incident, ids } = await withEvents(['first', 'last']);
  const wanted: string[] = [];
  for (let count = 0; count < 60; count += 1) {
    await ann.call('POST', `${incident}/timeline`, { entry: { text: `${count}` }, after: ids[0] });
    wanted.unshift(`${count}`);
  }
  assert.deepEqual(await textsOf(incident), ['first', ...wanted, 'last']);
});
