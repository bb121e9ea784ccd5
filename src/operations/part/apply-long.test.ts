import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testServer } from '../../../test/server/server.ts';

const server = await testServer();
const ann = await server.person('editor', 'Ann');

test('a document that changes more entries than one statement takes is refused as input, and changes nothing', async () => {
  const { json } = await ann.call('POST', '/incidents', { title: 'Long', template: 'invariants' });
  const incident = `/incidents/${json['id']}`;
  const entries = Array.from({ length: 4000 }, (_, index) => ({ text: `event number ${index}` }));
  for (const part of [1, 2])
    assert.equal((await ann.call('POST', `${incident}/timeline/batch`, { entries })).status, 200, `${part}`);
  const { text: before } = await ann.call('GET', `${incident}/document`);
  const { versions: seen } = (await ann.call('GET', incident)).json as Record<string, unknown>;
  const markdown = before.replaceAll('event number', 'event no');
  const refused = await ann.call('POST', `${incident}/apply`, { before, seen, markdown });
  assert.deepEqual([refused.status, refused.json['code']], [400, 'input.invalid'], refused.text.slice(0, 200));
  const few = before.replaceAll(/event number (?=[12]?\d? )/g, 'event no ');
  const done = await ann.call('POST', `${incident}/apply`, { before, seen, markdown: few });
  assert.equal(done.status, 200, done.text.slice(0, 200));
});
