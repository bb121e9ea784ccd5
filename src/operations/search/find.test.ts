import assert from 'node:assert/strict';
import { test } from 'node:test';
import { indexing } from '../../../test/server/indexing.ts';
import { type Caller, testServer } from '../../../test/server/server.ts';
import type { SearchAnswer } from './find.ts';

const server = await testServer({ now: () => '2026-11-21T08:00:00Z' });
const settled = indexing(server.around.database);
const [ann, bob] = [await server.person('editor', 'Ann'), await server.person('editor', 'Bob')];

async function make(title: string, more: Record<string, unknown> = {}, options = {}): Promise<string> {
  const { incident = {}, ...record } = more as { incident?: object };
  const body = { template: 'enterprise', record: { incident: { title, ...incident }, ...record }, ...options };
  const { json, text } = await ann.call('POST', '/incidents', body);
  assert.ok(json['id'], text);
  return json['id'] as string;
}
async function find(who: Caller, words: string, more: Record<string, string> = {}): Promise<SearchAnswer> {
  const { status, json, text } = await who.call('GET', `/search?${new URLSearchParams({ words, ...more })}`);
  assert.equal(status, 200, text);
  return json as unknown as SearchAnswer;
}
const textOf = (pieces: { text: string }[]): string => pieces.map(({ text }) => text).join('');
const titles = async (words: string, more = {}, who = ann) =>
  (await find(who, words, more)).hits.map(({ title }) => textOf(title));

const checkout = await make('Checkout is slow', {
  incident: { severity: 'SEV1', services: 'checkout, payments', date: '2026-03-01' },
  summary: { text: 'A deployment took the index of settlement_payments.clvm away.' },
});
await make('Login outage', {
  incident: { severity: 'SEV2', services: 'login', date: '2025-12-24' },
  timeline: [
    { at: '2025-12-24T10:00', precision: 'instant', text: 'get.jenkins.io answered 503, the checkout was fine' },
  ],
});
await make('Kafka lag', { incident: { severity: 'SEV1', services: 'payments' } });
await settled();

for (const [words, expected] of [
  ['checkout', ['Checkout is slow', 'Login outage']],
  ['Deployments', ['Checkout is slow']],
  ['jenkins', ['Login outage']],
  ['settlement', ['Checkout is slow']],
  ['kaf', ['Kafka lag']],
  ['checkout -login', ['Checkout is slow']],
  ['"checkout was fine"', ['Login outage']],
  ['the', []],
  ['nowhere', []],
  [`'); drop & table :* ! ( <-> \\`, []],
] as const)
  test(`words are found in titles, summaries and timelines: ${words}`, async () =>
    assert.deepEqual(await titles(words), expected));

test('what matched is marked, in the title and in the part of the text around it', async () => {
  const [hit] = (await find(ann, 'jenkins')).hits;
  assert.deepEqual(
    hit?.snippet.filter((piece) => piece.hit),
    [{ text: 'jenkins', hit: true }],
  );
  assert.deepEqual((await find(ann, 'lag')).hits[0]?.title, [{ text: 'Kafka ' }, { text: 'lag', hit: true }]);
});

test('facets count what matches with what is chosen of the others, and narrow', async () => {
  const { facets, total } = await find(ann, '', { service: 'payments' });
  assert.equal(total, 2);
  assert.deepEqual(facets.year, [{ value: '2026', count: 2 }]);
  assert.deepEqual(facets.severity, [{ value: 'SEV1', count: 2 }]);
  assert.deepEqual(facets.service, [
    { value: 'payments', count: 2 },
    { value: 'checkout', count: 1 },
    { value: 'login', count: 1 },
  ]);
  assert.deepEqual(await titles('checkout', { year: '2025' }), ['Login outage']);
  assert.deepEqual(await titles('', { severity: 'SEV1', template: 'enterprise', status: 'draft' }), [
    'Kafka lag',
    'Checkout is slow',
  ]);
});

test('a change is found a moment later, and the old words are not', async () => {
  const set = { title: 'Basket is slow' };
  await ann.call('PATCH', `/incidents/${checkout}/record/incident`, { set, seen: 1 });
  await settled();
  assert.deepEqual(await titles('basket'), ['Basket is slow']);
  assert.deepEqual(await titles('checkout'), ['Login outage']);
});

test('what is restricted is found by its members only, and counted for nobody else', async () => {
  await make('Hushed leak', {}, { visibility: 'restricted' });
  await settled();
  assert.deepEqual([await titles('leak'), await titles('leak', {}, bob)], [['Hushed leak'], []]);
  assert.equal((await find(bob, '')).total, 3);
});

test('a text with more words than an index holds is found by the first of them', async () => {
  const words = Array.from({ length: 60_000 }, (_, index) => `w${index.toString(36)}x${index * 7919}`);
  await make('Long', { summary: { text: `${words.join(' ')} beyond` }, timeline: [{ text: '漢字'.repeat(200_000) }] });
  await settled();
  assert.deepEqual(await titles('w0x0'), ['Long']);
});

test('more pages give the rest, each once', async () => {
  const found: string[] = [];
  for (let from = 0; ;) {
    const page = await find(ann, '', { limit: '2', from: String(from) });
    found.push(...page.hits.map(({ key }) => key));
    if (page.next === undefined) break;
    from = page.next;
  }
  assert.deepEqual([new Set(found).size, found.length], [5, 5]);
});
