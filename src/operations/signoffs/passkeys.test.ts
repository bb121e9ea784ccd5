import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { verifyRegistrationResponse } from '@simplewebauthn/server';
import { type Authenticator, softwareAuthenticator } from '../../../test/server/authenticator.ts';
import type { Caller } from '../../../test/server/server.ts';
import { readyIncident, reviewServer } from '../../../test/server/review.ts';

const server = await reviewServer();
const origin = 'http://localhost';

/** Somebody with a passkey that was registered with genuine bytes. */
async function withPasskey(name: string): Promise<{ person: Caller; authenticator: Authenticator }> {
  const person = await server.person('editor', name);
  const authenticator = softwareAuthenticator(origin);
  const challenge = randomBytes(32).toString('base64url');
  const { registrationInfo } = await verifyRegistrationResponse({
    response: authenticator.register({ challenge, rp: { id: 'localhost' } }),
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: 'localhost',
    requireUserVerification: true,
  });
  assert.ok(registrationInfo);
  const { id, publicKey: public_key } = registrationInfo.credential;
  const row = {
    id,
    name: 'key',
    person_id: person.personId,
    public_key,
    counter: '0',
    created_at: server.around.now(),
  };
  await server.around.database.kysely.insertInto('passkey').values(row).execute();
  return { person, authenticator };
}

const ann = await withPasskey('Ann');
const ben = await withPasskey('Ben');

async function prepared(by: Caller) {
  const incident = await readyIncident(by);
  await by.call('POST', `${incident}/submit`);
  const answer = await by.call('POST', `${incident}/signoffs/prepare`, { role: 'Author' });
  const { statement, passkey } = answer.json as unknown as {
    statement: string;
    passkey: { challenge: string; rpId: string };
  };
  const sign = (assertion?: unknown) =>
    by.call('POST', `${incident}/signoffs`, { statement, ...(assertion === undefined ? {} : { assertion }) });
  return { incident, statement, passkey, sign };
}

test('a passkey signs the hash of the statement as its challenge', async () => {
  const { statement, passkey, sign } = await prepared(ann.person);
  assert.equal(passkey.challenge, createHash('sha256').update(statement).digest('base64url'));
  const signed = await sign(ann.authenticator.assert(passkey));
  assert.equal(signed.status, 200, signed.text);
  const row = await server.around.database.kysely
    .selectFrom('signoff')
    .selectAll()
    .where('id', '=', String(signed.json['id']))
    .executeTakeFirstOrThrow();
  assert.deepEqual([row.method, row.key_id, row.statement], ['passkey', ann.authenticator.id, statement]);
  const { counter } = await server.around.database.kysely
    .selectFrom('passkey')
    .select('counter')
    .where('id', '=', ann.authenticator.id)
    .executeTakeFirstOrThrow();
  assert.equal(counter, '1');
});

test('an assertion that is another one in any way is refused, and signs nothing', async () => {
  const { incident, passkey, sign } = await prepared(ann.person);
  const genuine = () => ann.authenticator.assert(passkey);
  const bent = genuine();
  const bytes = Buffer.from(bent.response.signature, 'base64url');
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  const challenge = randomBytes(32).toString('base64url');
  const tries: [string, unknown][] = [
    ['none', undefined],
    ['another challenge', ann.authenticator.assert({ ...passkey, challenge })],
    ['another site', ann.authenticator.assert(passkey, { origin: 'https://evil.example' })],
    ['another relying party', ann.authenticator.assert({ ...passkey, rpId: 'evil.example' })],
    ['no finger, face or PIN', ann.authenticator.assert(passkey, { verified: false })],
    ['an old counter', ann.authenticator.assert(passkey, { counter: 1 })],
    ['a bent signature', { ...bent, response: { ...bent.response, signature: bytes.toString('base64url') } }],
    ['the passkey of another', ben.authenticator.assert(passkey)],
    [
      'the name of mine on the passkey of another',
      { ...ben.authenticator.assert(passkey), id: ann.authenticator.id, rawId: ann.authenticator.id },
    ],
  ];
  for (const [what, assertion] of tries) {
    const refused = await sign(assertion);
    assert.equal(refused.json['code'], 'signoff.assertion', `${what}: ${refused.text}`);
  }
  const { items } = (await ann.person.call('GET', `${incident}/signoffs`)).json as unknown as { items: object[] };
  assert.deepEqual(items, []);
  assert.equal((await sign(ann.authenticator.assert(passkey, { counter: 50 }))).status, 200);
});

test('a passkey that was revoked meanwhile signs nothing', async () => {
  const carl = await withPasskey('Carl');
  const { passkey, sign } = await prepared(carl.person);
  await server.around.database.query({
    text: 'update passkey set revoked_at = now() where id = $1',
    values: [carl.authenticator.id],
  });
  assert.equal((await sign(carl.authenticator.assert(passkey))).json['code'], 'signoff.stale');
});
