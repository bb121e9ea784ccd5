import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { testServer } from '../../test/server/server.ts';

const server = await testServer();
const admin = await server.person('admin');
const ann = await server.person('editor', 'Ann');
const withKey = () => ({ 'idempotency-key': randomUUID() });

test('a key that comes with other input is refused, and the other input is not lost without a word', async () => {
  const key = withKey();
  const first = await ann.call('POST', '/incidents', { title: 'First' }, key);
  const same = await ann.call('POST', '/incidents', { title: 'First' }, key);
  assert.deepEqual([same.status, same.json], [201, first.json]);
  const other = await ann.call('POST', '/incidents', { title: 'Second' }, key);
  assert.deepEqual([other.status, other.json['code']], [409, 'key.reused']);
});

test('an answer about an incident is not repeated to somebody who does not see it any more', async () => {
  const { json } = await ann.call('POST', '/incidents', { title: 'Leak' });
  const incident = `/incidents/${json['id']}`;
  const key = withKey();
  const add = () => ann.call('POST', `${incident}/timeline`, { entry: { text: 'it leaks' } }, key);
  assert.equal((await add()).status, 200);
  assert.equal((await add()).status, 200);
  await admin.call('PUT', `${incident}/visibility`, { visibility: 'restricted' });
  assert.equal((await add()).status, 404);
});

test('an answer is repeated to a token that may write and not see', async () => {
  const { json } = await ann.call('POST', '/incidents', { title: 'Slow' });
  const token = await server.token('editor', ['incident.edit']);
  const key = withKey();
  const add = () => token.call('POST', `/incidents/${json['id']}/timeline`, { entry: { text: 'slow' } }, key);
  const first = await add();
  assert.deepEqual([(await add()).json, first.status], [first.json, 200]);
});

test('a key that comes with other bytes is refused, and those bytes are not lost without a word', async () => {
  const { json } = await ann.call('POST', '/incidents', { title: 'With evidence' });
  const place = `/incidents/${json['id']}/evidence?name=dump.txt`;
  const key = withKey();
  const first = await ann.call('POST', place, 'the first bytes', key);
  assert.deepEqual((await ann.call('POST', place, 'the first bytes', key)).json, first.json);
  for (const other of ['other bytes', 'the first bytes, and more', 'the first'])
    assert.equal((await ann.call('POST', place, other, key)).json['code'], 'key.reused');
  const together = withKey();
  const answers = await Promise.all(['one', 'two'].map((bytes) => ann.call('POST', place, bytes, together)));
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 409]);
});

test('a token whose scopes do not name what it wants is told that, not who else may', async () => {
  const token = await server.token('editor', ['incident.edit']);
  const { json } = await token.call('GET', '/people');
  assert.match(JSON.stringify(json), /The scopes of this token do not name people\.see: make one whose scopes do\./);
});
