import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testServer } from '../../../test/server/server.ts';

const server = await testServer();
const ann = await server.person('editor', 'Ann');
const titles = ['a', 'b', 'c'].map((letter) => `${letter}${'\u0001é🙂'.repeat(900)}`);
for (const title of titles) await ann.call('POST', '/incidents', { record: { incident: { title } } });

for (const sort of ['created', 'number', 'title', 'severity'])
  test(`pages by ${sort} hold every incident once, however long its texts are`, async () => {
    const found: string[] = [];
    for (let cursor = ''; ;) {
      const page = await ann.call('GET', `/incidents?limit=1&order=asc&sort=${sort}${cursor}`);
      assert.equal(page.status, 200, page.text.slice(0, 300));
      found.push(...(page.json['items'] as unknown as { title: string }[]).map(({ title }) => title));
      if (page.json['next'] === undefined) break;
      cursor = `&cursor=${page.json['next']}`;
    }
    assert.deepEqual(found, titles);
  });

test('a cursor of somebody else is refused, whatever it holds', async () => {
  for (const parts of [['created', 'a\0b', '3'], ['created', 'a'], ['title', 'a', '3'], 7, ['created', 'a', '3;']]) {
    const cursor = Buffer.from(JSON.stringify(parts)).toString('base64url');
    const { status, json } = await ann.call('GET', `/incidents?cursor=${cursor}`);
    assert.deepEqual([status, json['code']], [400, 'page.cursor'], JSON.stringify(parts));
  }
});
