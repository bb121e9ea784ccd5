import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testServer } from '../../../test/server/server.ts';

const server = await testServer();
const entries = async (subject: string) => {
  const { rows } = await server.around.database.query<{ operation: string; payload: string }>({
    text: 'select operation, payload from entry where subject = $1 order by id',
    values: [subject],
  });
  return rows;
};

test('an invited person is in the list, with the role and a link, and the ledger says who was invited but not the link', async () => {
  const admin = await server.person('admin');
  const invited = await admin.call('POST', '/people', { email: 'New@Example.org', name: 'New', role: 'editor' });
  assert.equal(invited.status, 200);
  const { id, link } = invited.json as unknown as { id: string; link: string };
  const secret = new URL(link).searchParams.get('token') ?? '';
  assert.equal(secret.length, 43);
  const { items } = (await admin.call('GET', '/people')).json as unknown as { items: { id: string; role: string }[] };
  assert.equal(items.find((person) => person.id === id)?.role, 'editor');
  const [entry] = await entries(`person/${id}`);
  assert.equal(entry?.operation, 'people.invite');
  assert.ok(!entry?.payload.includes(secret));
});

test('an address belongs to one person, whatever its case', async () => {
  const owner = await server.person('owner');
  await owner.call('POST', '/people', { email: 'twice@example.org', name: 'One' });
  const again = await owner.call('POST', '/people', { email: 'TWICE@example.org', name: 'Two' });
  assert.equal(again.status, 409);
  assert.equal(again.json['code'], 'people.email-taken');
  const other = await server.person('viewer');
  const taken = await owner.call('PATCH', `/people/${other.personId}`, { email: 'Twice@example.org', seen: 1 });
  assert.equal(taken.json['code'], 'people.email-taken');
});

test('an admin neither makes nor touches an owner, nor changes an address', async () => {
  const admin = await server.person('admin');
  const owner = await server.person('owner');
  const editor = await server.person('editor');
  const statuses = await Promise.all([
    admin.call('POST', '/people', { email: 'o@example.org', name: 'O', role: 'owner' }),
    admin.call('PATCH', `/people/${owner.personId}`, { role: 'viewer', seen: 1 }),
    admin.call('PATCH', `/people/${editor.personId}`, { role: 'owner', seen: 1 }),
    admin.call('PATCH', `/people/${editor.personId}`, { email: 'mine@example.org', seen: 1 }),
    admin.call('POST', `/people/${owner.personId}/disable`),
  ]);
  assert.deepEqual(
    statuses.map(({ status }) => status),
    [403, 403, 403, 403, 403],
  );
});

test('a change with an old version is a conflict that shows what is there', async () => {
  const owner = await server.person('owner');
  const editor = await server.person('editor');
  const path = `/people/${editor.personId}`;
  assert.equal((await owner.call('PATCH', path, { role: 'approver', seen: 1 })).status, 200);
  const late = await owner.call('PATCH', path, { role: 'viewer', seen: 1 });
  assert.equal(late.status, 409);
  assert.equal((late.json['data'] as unknown as { theirs: { role: string } }).theirs.role, 'approver');
});

test('a new role holds at once, in sessions that are open', async () => {
  const owner = await server.person('owner');
  const editor = await server.person('editor');
  assert.equal((await editor.call('POST', '/incidents', { title: 'a' })).status, 201);
  await owner.call('PATCH', `/people/${editor.personId}`, { role: 'viewer', seen: 1 });
  assert.equal((await editor.call('POST', '/incidents', { title: 'b' })).status, 403);
});

test('who is disabled is out at once, and comes back without old sessions', async () => {
  const owner = await server.person('owner');
  const editor = await server.person('editor');
  assert.equal((await owner.call('POST', `/people/${editor.personId}/disable`)).status, 200);
  assert.equal((await editor.call('GET', '/incidents')).status, 401);
  assert.equal((await owner.call('POST', `/people/${editor.personId}/enable`)).status, 200);
  assert.equal((await editor.call('GET', '/incidents')).status, 401);
  const names = (await entries(`person/${editor.personId}`)).map(({ operation }) => operation);
  assert.deepEqual(names, ['people.disable', 'people.enable']);
});

test('people that are not there are not found, whatever their id looks like', async () => {
  const owner = await server.person('owner');
  for (const id of ['x', '00000000-0000-0000-0000-000000000000', "'; drop table person; --"]) {
    const answer = await owner.call('POST', `/people/${encodeURIComponent(id)}/disable`);
    assert.equal(answer.json['code'], 'people.not-found', id);
  }
});

test('a link that went to an address before does not open the door after another was set', async () => {
  const owner = await server.person('owner');
  const invited = await owner.call('POST', '/people', { email: 'before@example.org', name: 'Moved' });
  const { id, link } = invited.json as unknown as { id: string; link: string };
  await owner.call('PATCH', `/people/${id}`, { email: 'after@example.org', seen: 1 });
  const body = new URLSearchParams({ token: new URL(link).searchParams.get('token') ?? '' });
  const headers = { origin: 'http://localhost' };
  const used = await server.app.request('/sign-in/link', { method: 'POST', headers, body });
  assert.equal(used.status, 403);
});
