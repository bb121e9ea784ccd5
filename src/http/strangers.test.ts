import assert from 'node:assert/strict';
import { test } from 'node:test';
import { requestFor } from '../../test/server/matrix-requests.ts';
import { permissionOf } from '../../test/server/permission-table.ts';
import { type Caller, testServer } from '../../test/server/server.ts';
import { permissions } from '../operations/access/permissions.ts';
import { storedOperations } from '../operations/stored.ts';
import { defaultAccess } from './access-settings.ts';

const server = await testServer({ access: { ...defaultAccess, requestsPerMinute: 100_000_000 } });
const { database } = server.around;
const owner = await server.person('owner');
const incident = ((await owner.call('POST', '/incidents', { title: 'x' })).json as unknown as { id: string }).id;

const anonymous = (headers: Record<string, string>): Caller['call'] => {
  const call = owner.call;
  return (method, path, body, more = {}) => call(method, path, body, { cookie: 'none=none', ...headers, ...more });
};
async function spoilt(made: Caller, change: string): Promise<Caller['call']> {
  await database.query({ text: change, values: [made.personId] });
  return made.call;
}
const ended = (table: string, column: string, when: string) =>
  `update ${table} set ${column} = ${when} where person_id = $1`;
const disabled = 'update person set disabled_at = now() where id = $1';

/** Callers who are nobody, whoever they were. */
const strangers: { name: string; call: () => Promise<Caller['call']> }[] = [
  { name: 'nobody', call: async () => anonymous({}) },
  { name: 'a cookie that was made up', call: async () => anonymous({ cookie: `hindcast=${'x'.repeat(43)}` }) },
  { name: 'a token that was made up', call: async () => anonymous({ authorization: `Bearer hct_${'x'.repeat(43)}` }) },
  { name: 'another way of signing in', call: async () => anonymous({ authorization: 'Basic b3duZXI6b3duZXI=' }) },
  {
    name: 'an expired token',
    call: async () => spoilt(await server.token('admin'), ended('token', 'expires_at', "now() - interval '1 second'")),
  },
  {
    name: 'a revoked token',
    call: async () => spoilt(await server.token('admin'), ended('token', 'revoked_at', 'now()')),
  },
  { name: 'a token whose maker is disabled', call: async () => spoilt(await server.token('admin'), disabled) },
  {
    name: 'an expired session',
    call: async () =>
      spoilt(await server.person('owner'), ended('session', 'expires_at', "now() - interval '1 second'")),
  },
  {
    name: 'a session not used for long',
    call: async () =>
      spoilt(await server.person('owner'), ended('session', 'last_seen_at', "now() - interval '8 days'")),
  },
  {
    name: 'a revoked session',
    call: async () => spoilt(await server.person('owner'), ended('session', 'revoked_at', 'now()')),
  },
  { name: 'somebody disabled', call: async () => spoilt(await server.person('admin'), disabled) },
];

const entries = async () =>
  (await database.query<{ count: string }>({ text: 'select count(*) from entry', values: [] })).rows[0]?.count;

for (const { name, call } of strangers) {
  test(`${name} is unknown to every operation, and changes nothing`, async () => {
    const ask = await call();
    const before = await entries();
    const answers = await Promise.all(
      storedOperations.map(async (operation) => {
        const { method, path, body } = requestFor(operation, incident);
        const { status, json } = await ask(method, path, body);
        return `${operation.name} ${status} ${json['code']}`;
      }),
    );
    assert.deepEqual(
      answers.filter((answer) => !answer.endsWith(' 401 access.unknown')),
      [],
    );
    assert.equal(await entries(), before);
  });
}

test('a token without the scope that an operation asks for is refused, with every other scope there is', async () => {
  const byPermission = new Map<string, Caller>();
  for (const missing of new Set(storedOperations.map(({ name }) => permissionOf(name)))) {
    const scopes = Object.keys(permissions).filter((scope) => scope !== missing);
    byPermission.set(missing, await server.token('admin', scopes));
  }
  const answers = await Promise.all(
    storedOperations.map(async (operation) => {
      const { method, path, body } = requestFor(operation, incident);
      const { json } = await (byPermission.get(permissionOf(operation.name)) as Caller).call(method, path, body);
      return `${operation.name} ${json['code']}`;
    }),
  );
  assert.deepEqual(
    answers.filter((answer) => !answer.endsWith(' access.denied')),
    [],
  );
});

test('a token does no more than the person who made it may today', async () => {
  const token = await server.token('admin');
  assert.equal((await token.call('POST', '/incidents', { title: 'a' })).status, 201);
  await database.query({ text: "update person set role = 'viewer' where id = $1", values: [token.personId] });
  assert.equal((await token.call('POST', '/incidents', { title: 'b' })).json['code'], 'access.denied');
});
