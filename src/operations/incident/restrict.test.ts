import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testServer } from '../../../test/server/server.ts';

const server = await testServer();
const admin = await server.person('admin');
const ann = await server.person('editor', 'Ann');
const ben = await server.person('editor', 'Ben');
const made = await ann.call('POST', '/incidents', { title: 'Leak of payroll data' });
const incident = `/incidents/${made.json['id']}`;

test('a restricted incident is seen by the people named and by admins; to others it is not there', async () => {
  const restricted = { visibility: 'restricted', members: [ann.personId] };
  assert.equal((await ann.call('PUT', `${incident}/visibility`, restricted)).status, 403);
  const done = await admin.call('PUT', `${incident}/visibility`, restricted);
  assert.deepEqual([done.status, done.json], [200, { visibility: 'restricted', members: [ann.personId] }]);
  const seen = await Promise.all([ann, ben, admin].map(async (who) => (await who.call('GET', incident)).status));
  assert.deepEqual(seen, [200, 404, 200]);
  const listed = (await ben.call('GET', '/incidents')).json as unknown as { items: unknown[] };
  assert.equal(listed.items.length, 0);
});

test('the list of people is the whole list, and opening the incident ends it', async () => {
  await admin.call('PUT', `${incident}/visibility`, { visibility: 'restricted', members: [ben.personId] });
  assert.deepEqual([(await ann.call('GET', incident)).status, (await ben.call('GET', incident)).status], [404, 200]);
  await admin.call('PUT', `${incident}/visibility`, { visibility: 'internal' });
  assert.equal((await ann.call('GET', incident)).status, 200);
});

test('somebody who is not there cannot be named', async () => {
  const nobody = { visibility: 'restricted', members: ['7b8cb016-7aec-4ad9-b832-ac2534029192'] };
  assert.equal((await admin.call('PUT', `${incident}/visibility`, nobody)).json['code'], 'people.not-found');
});

test('whoever creates a restricted incident sees it, also through a token of theirs; others do not', async () => {
  const token = await server.token('editor');
  for (const by of [ann, token]) {
    const { json } = await by.call('POST', '/incidents', { title: 'Fraud', visibility: 'restricted' });
    assert.equal((await by.call('GET', `/incidents/${json['id']}`)).status, 200);
    assert.equal((await ben.call('GET', `/incidents/${json['id']}`)).status, 404);
  }
});
