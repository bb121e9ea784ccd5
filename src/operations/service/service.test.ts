import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakePrometheus } from '../../../test/server/prometheus.ts';
import { testServer } from '../../../test/server/server.ts';
import { starters } from '../../measurement/starters.ts';
import { parseService } from './parse.ts';
import type { Tested } from './try-queries.ts';

const server = await testServer();
const ann = await server.person('admin', 'Ann');
const prometheus = await fakePrometheus({ up: () => 1 });
const other = await fakePrometheus({ up: () => 1 });
const source = (name: string, url = prometheus.url) =>
  `name: ${name}\nprometheus: ${url}\nqueries: {availability: up}\n`;
const authorization = () => prometheus.asked.at(-1)?.headers.authorization;

test('what a service begins with can be read, and asks for what it says', () => {
  for (const { source: text } of starters) {
    const { queries, objective } = parseService(text);
    assert.equal(objective, 99.9);
    for (const query of Object.values(queries))
      assert.equal(
        [...(query ?? '')].filter((each) => '([{'.includes(each)).length,
        [...(query ?? '')].filter((each) => ')]}'.includes(each)).length,
        query,
      );
  }
});

test('a mistake is named with its line', async () => {
  const refused = async (text: string): Promise<string> => {
    const { status, json } = await ann.call('POST', '/services', { source: text });
    assert.equal(status, 400);
    return String(json['title']);
  };
  assert.match(
    await refused('name: shop\nprometheus: ftp://x\n'),
    /^line 2 of the service: prometheus: must be an address/,
  );
  assert.match(await refused('name: shop\nprometheus: http://user:word@x\n'), /belong to its headers/);
  assert.match(await refused('name: shop\nprometheus: http://x/another/path?x=\n'), /nothing follows its path/);
  assert.match(await refused('name: shop\n\n\nintervall: 15s\n'), /^line 1|unknown key "intervall"/);
  const invariant = (line: string) =>
    `name: a\nprometheus: http://x\ninvariants:\n  - id: I-01\n    sentence: It is so.\n    query: up\n${line}`;
  assert.match(await refused(invariant('    holds: about 5\n')), /^line 7 .*a condition/);
  assert.match(await refused(invariant('    holds: >= 5\n')), /in quotes/);
  assert.match(await refused(invariant('')), /query/);
});

test('a secret is used, never told, and not sent to another address', async () => {
  const secret = 'Bearer s3cret-value';
  const added = await ann.call('POST', '/services', { source: source('shop'), headers: { Authorization: secret } });
  const texts = [added.text, (await ann.call('GET', '/services')).text];
  const tried = async (input: object) => (await ann.call('POST', '/services/test', input)).json as unknown as Tested;
  assert.equal((await tried({ service: 'Shop' })).answers[0]?.value, '100 %');
  assert.equal(authorization(), secret);
  await tried({ service: 'shop', source: source('shop', other.url) });
  assert.equal(other.asked.at(-1)?.headers.authorization, undefined);
  const [id, seen] = [added.json['id'], added.json['version']];
  const moved = await ann.call('PATCH', `/services/${id}`, { seen, source: source('shop', other.url) });
  assert.deepEqual(moved.json['headers'], []);
  const { rows } = await server.around.database.query<{ all: string }>({
    text: `select string_agg(concat(payload, result), '') as all from entry`,
    values: [],
  });
  for (const text of [...texts, moved.text, rows[0]?.all ?? '']) assert.ok(!text.includes('s3cret'), text);
});

test('the database of invariants is one over the network: neither a socket, where our own trusts everybody, nor files of this machine', async () => {
  const code = async (database: string) =>
    (await ann.call('POST', '/services/test', { source: source('shop'), database })).json['code'];
  for (const address of [
    'postgres://x/hindcast?host=/var/lib/hindcast/socket',
    'postgres://x/hindcast?host=%2Fvar%2Flib',
    'postgres://%2Fvar%2Flib%2Fhindcast/hindcast',
    'postgres://x/a?sslcert=/etc/passwd',
    'postgres:///hindcast',
  ])
    assert.equal(await code(address), 'input.invalid', address);
  assert.equal(await code('postgres://reader:word@db.example:5433/shop?sslmode=require'), undefined);
});

test('a service is changed at the version seen, has a name of its own, and is removed', async () => {
  const { json } = await ann.call('POST', '/services', { source: source('stock') });
  const taken = await ann.call('POST', '/services', { source: source('STOCK') });
  assert.deepEqual([taken.status, taken.json['code']], [409, 'service.taken']);
  const late = await ann.call('PATCH', `/services/${json['id']}`, { source: source('stock'), seen: 7 });
  assert.equal(late.json['code'], 'record.conflict');
  assert.equal((await ann.call('DELETE', `/services/${json['id']}?seen=1`)).status, 200);
  assert.equal((await ann.call('DELETE', `/services/${json['id']}?seen=1`)).json['code'], 'service.not-found');
  assert.equal((await ann.call('POST', '/services', { source: source('stock') })).status, 200);
});

test('an address that does not answer is asked once, however many queries there are', async () => {
  const text = 'name: gone\nprometheus: http://127.0.0.1:59999\nqueries: {availability: up, p95: up, p99: up}\n';
  const { answers } = (await ann.call('POST', '/services/test', { source: text })).json as unknown as Tested;
  assert.deepEqual(
    answers.map(({ query, problem }) => [query, problem?.code]),
    ['availability', 'p95', 'p99'].map((query) => [query, 'monitoring.unreachable']),
  );
});
