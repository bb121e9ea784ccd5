import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testServer } from '../../test/server/server.ts';
import { storedOperations } from '../operations/stored.ts';

const server = await testServer();
const ann = await server.token('admin');
const { json } = await ann.call('POST', '/incidents', { title: 'Hostile' });
const incident = `/incidents/${json['id']}`;

const entries = async () => (await server.around.database.kysely.selectFrom('entry').select('id').execute()).length;

test('texts that no database keeps, endless nesting and other forms than JSON are refused, and nothing changes', async () => {
  const before = await entries();
  const deep = '{"set":{"text":'.concat('['.repeat(100_000), ']'.repeat(100_000), '},"seen":0}');
  const bodies = [
    '{"set":{"text":"a\\u0000b"},"seen":0}',
    '{"set":{"text":"\\ud800"},"seen":0}',
    '{"set":{"te\\u0000xt":"b"},"seen":0}',
    deep,
    '"text"',
    'null',
    '{"set":',
    '<xml/>',
  ];
  for (const body of bodies) {
    const answer = await ann.call('PATCH', `${incident}/record/summary`, body);
    assert.equal(answer.json['code'], 'body.invalid', body.slice(0, 60));
    assert.equal(answer.headers.get('content-type'), 'application/problem+json');
  }
  assert.equal(await entries(), before);
});

test('a body larger than the server takes is refused by its size, whatever the operation', async () => {
  const answer = await ann.call('POST', '/incidents', `{"title":"${'x'.repeat(13_000_000)}"}`);
  assert.deepEqual([answer.status, answer.json['code']], [413, 'body.too-large']);
});

test('every operation refuses wrong input with a problem of the closed list, and shows nothing of the machine', async () => {
  const before = await entries();
  const wrong: unknown[] = [
    {},
    { nothing: 1 },
    { set: 7, seen: 'x' },
    { entry: [], entries: {} },
    { __proto__x: {}, constructor: { name: 1 } },
  ];
  for (const { name, route, effect } of storedOperations) {
    if (effect === 'read') continue;
    for (const id of ['INC-999999', '../../etc/passwd', 'a'.repeat(3000), "'; drop table incident; --", '%00'])
      for (const body of wrong) {
        const path = route.path.replaceAll(/\{\w+\}/g, () => encodeURIComponent(id));
        const answer = await ann.call(route.method, path, route.method === 'DELETE' ? undefined : body);
        if (answer.status === 200 || answer.status === 201) continue;
        const told = `${name} ${JSON.stringify(body)} ${id.slice(0, 20)}: ${answer.text.slice(0, 300)}`;
        assert.ok(answer.status >= 400 && answer.status < 500, told);
        assert.equal(answer.headers.get('content-type'), 'application/problem+json', told);
        assert.doesNotMatch(answer.text, /node_modules|\.ts:\d|at async|select |syntax error/, told);
      }
  }
  assert.ok((await entries()) - before <= 5, 'wrong input changed something');
});
