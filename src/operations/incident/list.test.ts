import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Caller, testServer } from '../../../test/server/server.ts';

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

test('a cursor that no list has given is refused in every order', async () => {
  for (const parts of [
    ['created', '2026-01-01', '3'],
    ['number', 'x', '3'],
    ['title', '\ud800', '3'],
  ]) {
    const cursor = Buffer.from(JSON.stringify(parts)).toString('base64url');
    const { status, json } = await ann.call('GET', `/incidents?sort=${parts[0]}&cursor=${cursor}`);
    assert.deepEqual([status, json['code']], [400, 'page.cursor'], JSON.stringify(parts));
  }
});

type Listed = { title: string; severity: string | null; status: string };
const listed = async (who: Caller, query: string): Promise<Listed[]> =>
  (await who.call('GET', `/incidents?${query}`)).json['items'] as unknown as Listed[];

test('words are found in any case, wherever they stand, in long titles too, and a page goes on behind them', async () => {
  const made = ['Kafka is Slow in eu-west-1', 'kafka lost data', `${'long '.repeat(600)}kafka`];
  for (const title of made) await ann.call('POST', '/incidents', { record: { incident: { title } } });
  const found = async (words: string) =>
    (await listed(ann, `sort=number&order=asc&title=${encodeURIComponent(words)}`)).map(({ title }) => title);
  assert.deepEqual(await found('KAFKA'), made);
  assert.deepEqual(await found('west slow'), made.slice(0, 1));
  assert.deepEqual(await found('kafka nowhere'), []);
  assert.deepEqual(await found('lo k'), [made[0], made[1], made[2]]);
  const first = await ann.call('GET', '/incidents?sort=number&order=asc&title=kafka&limit=2');
  const rest = await listed(ann, `sort=number&order=asc&title=kafka&limit=2&cursor=${first.json['next']}`);
  assert.deepEqual(
    rest.map(({ title }) => title),
    made.slice(2),
  );
});

test('the list says at once what a part or a status has become', async () => {
  const { json } = await ann.call('POST', '/incidents', {
    title: 'Before',
    record: { incident: { severity: 'SEV1' } },
  });
  const incident = `/incidents/${json['id']}`;
  await ann.call('PATCH', `${incident}/record/incident`, { set: { title: 'After', severity: null }, seen: 1 });
  assert.deepEqual(await listed(ann, 'severity=SEV1'), []);
  const [row] = await listed(ann, 'title=after');
  assert.deepEqual([row?.title, row?.severity, row?.status], ['After', null, 'draft']);
});

test('a restricted incident stands in its place among the others for who may see it, and nowhere for others', async () => {
  const [ben, eve, admin] = [
    await server.person('editor'),
    await server.person('editor'),
    await server.person('admin'),
  ];
  for (const [title, visibility] of [
    ['walk 1', 'internal'],
    ['walk 2', 'restricted'],
    ['walk 3', 'internal'],
  ])
    await ben.call('POST', '/incidents', { title, visibility });
  for (const sort of ['created', 'number', 'title', 'severity']) {
    const seen = async (who: Caller) =>
      (await listed(who, `title=walk&order=asc&sort=${sort}`)).map(({ title }) => title.slice(-1)).join('');
    assert.deepEqual([await seen(ben), await seen(admin), await seen(eve)], ['123', '123', '13'], sort);
  }
});

test('a row has the services and the day of its document, or nothing', async () => {
  const incident = { title: 'Row', services: 'checkout-api', date: '2026-11-20' };
  await ann.call('POST', '/incidents', { record: { incident } });
  const { json } = await ann.call('GET', '/incidents?limit=2');
  const rows = json['items'] as unknown as { services: string | null; date: string | null }[];
  assert.deepEqual(
    rows.map(({ services, date }) => [services, date]),
    [
      ['checkout-api', '2026-11-20'],
      [null, null],
    ],
  );
});

test('a title as long as a page is cut in lists and on the first screen; the incident itself has all of it', async () => {
  const long = 'Long '.repeat(200_000);
  const incident = { title: long, severity: long };
  const { json: made } = await ann.call('POST', '/incidents', { record: { incident, actions: [{ text: 'mend it' }] } });
  for (const path of ['/incidents?limit=1', '/home', '/actions'])
    assert.ok((await ann.call('GET', path)).text.length < 500_000, path);
  const { record } = (await ann.call('GET', `/incidents/${made['id']}`)).json as unknown as {
    record: { incident: object };
  };
  assert.partialDeepStrictEqual(record.incident, incident);
});
