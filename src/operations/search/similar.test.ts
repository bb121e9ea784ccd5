import assert from 'node:assert/strict';
import { test } from 'node:test';
import { indexing } from '../../../test/server/indexing.ts';
import { type Caller, testServer } from '../../../test/server/server.ts';
import { defaultConfig } from '../config.ts';
import type { SearchAnswer } from './find.ts';
import type { RecurringAnswer } from './recurring.ts';
import type { SimilarAnswer } from './similar.ts';

const taxonomy = {
  causes: [{ name: 'expired things', words: ['expired'] }],
  builtinCauses: true,
  services: [{ name: 'checkout', also: ['Checkout API'] }],
  synonyms: [['k8s', 'kubernetes']],
};
const server = await testServer({ config: { ...defaultConfig, taxonomy } });
const settled = indexing(server.around.database);
const [ann, bob] = [await server.person('editor', 'Ann'), await server.person('editor', 'Bob')];

async function make(record: object, options = {}): Promise<string> {
  const { json, text } = await ann.call('POST', '/incidents', { template: 'enterprise', record, ...options });
  assert.ok(json['id'], text);
  return (json as unknown as { key: string }).key;
}
async function ask<Answer>(who: Caller, path: string): Promise<Answer> {
  const { status, json, text } = await who.call('GET', path);
  assert.equal(status, 200, text);
  return json as unknown as Answer;
}
const similar = async (who: Caller, key: string) => (await ask<SimilarAnswer>(who, `/incidents/${key}/similar`)).items;
const recurring = async (who: Caller, kind: string, more = '') =>
  (await ask<RecurringAnswer>(who, `/recurring?kind=${kind}${more}`)).items;

const first = await make({
  incident: { title: 'Certificate of the gateway expired', services: 'Checkout API', date: '2026-02-01' },
  rootCause: { primary: 'The certificate expired, and nothing renewed it.' },
  invariants: [{ name: 'INV-7 orders are paid once', status: 'FAIL' }],
});
const again = await make({
  incident: { title: 'Gateway certificate had expired again', services: 'checkout', date: '2026-05-01' },
  rootCause: { primary: 'It expired on a holiday.' },
  invariants: [{ name: 'INV-7 orders are paid once', status: 'FAIL' }],
});
const other = await make({ incident: { title: 'Kafka lag on kubernetes', services: 'queue', date: '2026-05-02' } });
const hushed = await make(
  { incident: { title: 'Certificate of the gateway leaked', services: 'checkout' }, rootCause: { primary: 'expired' } },
  { visibility: 'restricted' },
);
await settled();

test('the incident most like another comes first, with each reason', async () => {
  const [found] = await similar(bob, first);
  assert.equal(found?.key, again);
  const reasons = Object.fromEntries((found?.reasons ?? []).map(({ what, values }) => [what, values]));
  assert.deepEqual(reasons['check'], ['INV-7 orders are paid once']);
  assert.deepEqual(reasons['service'], ['checkout']);
  assert.ok(reasons['cause']?.includes('expired things'));
  assert.ok(reasons['words']?.includes('gateway'), JSON.stringify(reasons));
});

test('an incident that nothing is like has none, and what is restricted is shown to its members alone', async () => {
  assert.deepEqual(await similar(bob, other), []);
  assert.ok(!(await similar(bob, first)).some(({ key }) => key === hushed));
  assert.ok((await similar(ann, first)).some(({ key }) => key === hushed));
});

test('causes that come again are counted with their services and quarters, for each reader by what they may see', async () => {
  const [cause] = await recurring(bob, 'cause');
  assert.deepEqual(
    [cause?.value, cause?.count, cause?.services],
    ['expired things', 2, [{ value: 'checkout', count: 2 }]],
  );
  assert.deepEqual(cause?.quarters, [
    { value: '2026-Q1', count: 1 },
    { value: '2026-Q2', count: 1 },
  ]);
  assert.deepEqual(
    cause?.latest.map(({ key }) => key),
    [again, first],
  );
  assert.equal((await recurring(ann, 'cause'))[0]?.count, 3);
  assert.deepEqual(await recurring(bob, 'cause', '&since=2026-04-01'), []);
});

test('words that say the same find each other, and services have one name', async () => {
  const found = await ask<SearchAnswer>(bob, '/search?words=k8s%20');
  assert.deepEqual(
    found.hits.map(({ key }) => key),
    [other],
  );
  const { facets } = await ask<SearchAnswer>(bob, '/search?words=');
  assert.deepEqual(facets.service, [
    { value: 'checkout', count: 2 },
    { value: 'queue', count: 1 },
  ]);
  assert.deepEqual(facets.cause?.[0], { value: 'expired things', count: 2 });
});

test('a slip brings no word that only a restricted incident has', async () => {
  const asked = async (who: Caller) => (await ask<SearchAnswer>(who, '/search?words=leakedd%20')).corrected;
  assert.deepEqual([await asked(bob), await asked(ann)], [[], [{ from: 'leakedd', to: ['leaked'] }]]);
});
