import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testServer } from '../../../test/server/server.ts';

const server = await testServer();
const ann = await server.person('editor', 'Ann');
const admin = await server.person('admin', 'Ada');

const events = (count: number) => ({ entries: Array.from({ length: count }, () => ({ text: 'checkout is slow' })) });

for (const visibility of ['internal', 'restricted'] as const)
  test(`a list takes 50,000 entries and no batch beyond, which says so and adds nothing: ${visibility}`, async () => {
    const made = await admin.call('POST', '/incidents', { title: 'A storm', visibility });
    const batch = `/incidents/${made.json['id']}/timeline/batch`;
    const bring = (count: number) => admin.call('POST', batch, events(count));
    for (let count = 0; count < 50_000; count += 5000) assert.equal((await bring(5000)).status, 200);
    const full = await bring(2);
    assert.equal(full.status, 409);
    assert.equal(full.json['code'], 'record.list-full');
    assert.match(full.text, /timeline has 50000 entries/);
    const { json } = await admin.call('GET', `/incidents/${made.json['id']}`);
    assert.equal((json['record'] as unknown as { timeline: unknown[] }).timeline.length, 50_000);
  });

test('a list that is full for one has room for others: another list, another incident', async () => {
  const { json } = await ann.call('POST', '/incidents', { title: 'Another' });
  const { status, text } = await ann.call('POST', `/incidents/${json['id']}/timeline/batch`, events(5000));
  assert.equal(status, 200, text);
});

test('an incident that begins with a longer list is refused', async () => {
  const timeline = Array.from({ length: 50_001 }, () => ({ text: 'slow' }));
  const refused = await ann.call('POST', '/incidents', { title: 'A storm', record: { timeline } });
  assert.equal(refused.json['code'], 'record.list-full');
  assert.match(refused.text, /timeline has 0 entries, and 50001 more/);
});
