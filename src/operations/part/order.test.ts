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
