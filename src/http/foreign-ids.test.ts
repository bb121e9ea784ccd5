import assert from 'node:assert/strict';
import { test } from 'node:test';
import { requestFor } from '../../test/server/matrix-requests.ts';
import { contentOf } from '../../test/server/table-dump.ts';
import { type Caller, testServer } from '../../test/server/server.ts';
import { collections } from '../operations/part/collections.ts';
import { storedOperations } from '../operations/stored.ts';
import { defaultAccess } from './access-settings.ts';

const server = await testServer({ access: { ...defaultAccess, requestsPerMinute: 100_000_000 } });
const { database } = server.around;
const owner = await server.person('owner');
const other = await server.person('owner');
const idOf = async (call: ReturnType<Caller['call']>) => String((await call).json['id']);
const newIncident = () => idOf(owner.call('POST', '/incidents', { title: 'One of many' }));
const [one, two] = [await newIncident(), await newIncident()];
const named = (name: string) => {
  const found = storedOperations.find((operation) => operation.name === name);
  assert.ok(found, name);
  return found;
};

/** Asserts that calls are refused with this code and that no row of any table differs. */
async function refused(
  code: string,
  calls: [method: string, path: string, body?: unknown][],
  by = owner,
): Promise<void> {
  const before = await contentOf(database);
  for (const [method, path, body] of calls)
    assert.equal((await by.call(method, path, body)).json['code'], code, `${method} ${path}`);
  assert.deepEqual(await contentOf(database), before);
}

for (const { key } of collections)
  test(`an entry of ${key} is changed and removed in its own incident only`, async () => {
    const { body = {} } = requestFor(named(`${key}.add`), one);
    const id = await idOf(owner.call('POST', `/incidents/${one}/${key}`, body));
    assert.notEqual(id, 'undefined');
    const change = requestFor(named(`${key}.change`), two).body;
    await refused('record.entry-not-found', [
      ['PATCH', `/incidents/${two}/${key}/${id}`, change],
      ['DELETE', `/incidents/${two}/${key}/${id}?seen=1`],
    ]);
    assert.equal((await owner.call('DELETE', `/incidents/${one}/${key}/${id}?seen=1`)).status, 200);
  });

test('an entry of one list is none of another', async () => {
  const id = await idOf(owner.call('POST', `/incidents/${one}/actions`, { entry: { text: 'Mend it' } }));
  await refused('record.entry-not-found', [['DELETE', `/incidents/${one}/lessons/${id}?seen=1`]]);
});

test('tokens and sessions of others look like none', async () => {
  const input = { name: 'deploy', role: 'viewer', scopes: ['incident.see'], days: 1 };
  const made = await other.call('POST', '/tokens', input);
  const { items } = (await other.call('GET', '/sessions')).json as unknown as { items: { id: string }[] };
  const tokens = (await other.call('GET', '/tokens')).json as unknown as { items: { id: string }[] };
  assert.ok(made.status < 300, made.text);
  const calls: [string, string][] = [
    ['DELETE', `/tokens/${tokens.items[0]?.id}`],
    ['DELETE', `/sessions/${items[0]?.id}`],
  ];
  await refused('own.not-found', calls, await server.person('editor'));
});

test('a request repeated with its key is done once, whatever it does; with the key of another request it is refused', async () => {
  const entry = { entry: { text: 'Roll back', at: '2026-01-01T10:00', precision: 'instant' } };
  const source = '---\nname: repeated\ntitle: Again\n---\n# {{incident.title}}\n';
  const requests: [string, string, unknown][] = [
    ['POST', '/incidents', { title: 'Once' }],
    ['POST', `/incidents/${one}/timeline`, entry],
    ['POST', `/incidents/${one}/timeline/batch`, { entries: [entry.entry, entry.entry] }],
    ['PATCH', `/incidents/${one}/record/summary`, { set: { text: 'Once' }, seen: 0 }],
    ['POST', `/incidents/${one}/evidence?name=once.txt`, 'once'],
    ['POST', '/templates', { source }],
    ['PATCH', '/settings/documents.zone', { value: 'UTC', seen: 0 }],
    ['POST', `/incidents/${one}/submit`, {}],
  ];
  for (const [index, [method, path, body]] of requests.entries()) {
    const key = { 'idempotency-key': `repeated-${index}` };
    const first = await owner.call(method, path, body, key);
    assert.ok(first.status < 300 || first.json['code'] === 'lifecycle.blocked', `${path}: ${first.text}`);
    const before = await contentOf(database);
    const again = await Promise.all([1, 2, 3].map(() => owner.call(method, path, body, key)));
    for (const answer of again) assert.deepEqual([answer.status, answer.text], [first.status, first.text]);
    assert.deepEqual(await contentOf(database), before);
    if (first.status >= 300) continue;
    const taken = await owner.call('POST', `/incidents/${one}/lessons`, { entry: { text: 'x' } }, key);
    assert.equal(taken.json['code'], 'key.reused', path);
  }
});

test('keys belong to who uses them, and odd ones are refused', async () => {
  const key = { 'idempotency-key': 'the-same-key' };
  const mine = await idOf(owner.call('POST', '/incidents', { title: 'Mine' }, key));
  const theirs = await idOf(other.call('POST', '/incidents', { title: 'Theirs' }, key));
  assert.notEqual(mine, theirs);
  for (const odd of ['short', 'x'.repeat(201), 'with space in it', "quote'quote'"]) {
    const { json } = await owner.call('POST', '/incidents', { title: 'No' }, { 'idempotency-key': odd });
    assert.equal(json['code'], 'input.invalid', odd);
  }
});
