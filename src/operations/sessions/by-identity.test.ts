import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../../test/server/database.ts';
import { signInByIdentity } from './by-identity.ts';

const { database } = await testDatabase();
const browser = { now: '2026-11-21T08:00:00Z', userAgent: '', former: undefined };
const domains = ['example.org'];

test('somebody who comes in five times at once for the first time joins once, and is signed in five times', async () => {
  for (let round = 0; round < 5; round += 1) {
    const identity = { issuer: 'https://idp.example', subject: `s${round}`, email: `s${round}@example.org` };
    const secrets = await Promise.all(
      Array.from({ length: 5 }, () => signInByIdentity(database, { identity, domains }, browser)),
    );
    assert.equal(new Set(secrets).size, 5);
    const { rows } = await database.query<{ people: string; joined: string }>({
      text: `select (select count(*) from person where email = $1) as people,
        (select count(*) from entry where operation = 'people.join' and payload like '%' || $1 || '%') as joined`,
      values: [identity.email],
    });
    assert.deepEqual(rows[0], { people: '1', joined: '1' });
  }
});

test('two accounts of a provider with one address do not become one person', async () => {
  const of = (subject: string) => ({ issuer: 'https://idp.example', subject, email: 'shared@example.org' });
  await signInByIdentity(database, { identity: of('one'), domains }, browser);
  await assert.rejects(signInByIdentity(database, { identity: of('two'), domains }, browser), {
    code: 'sign-in.refused',
  });
});

test('the ledger says which account was bound to whom, and as what somebody joined', async () => {
  const identity = { issuer: 'https://idp.example', subject: 'account-7', email: 'seven@example.org', name: 'Seven' };
  await signInByIdentity(database, { identity, domains }, browser);
  const { rows } = await database.query<{ input: unknown }>({
    text: `select payload::json->'input' as input from entry where operation = 'people.join' order by id desc limit 1`,
    values: [],
  });
  const { issuer, email } = identity;
  assert.deepEqual(rows[0]?.input, { issuer, account: 'account-7', email, name: 'Seven', role: 'viewer' });
});
