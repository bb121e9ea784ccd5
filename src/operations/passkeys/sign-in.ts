import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '../../store/database.ts';
import { StoreError } from '../../store/store-error.ts';
import { keepChallenge, takeChallenge } from '../sessions/challenge.ts';
import { openSession, type Proven } from '../sessions/open.ts';
import { type Assertion, challengeIn, refused } from './answers.ts';
import { relyingParty, signingIn } from './relying-party.ts';
import { webAuthn } from '../access/webauthn.ts';

/** Options for `navigator.credentials.get`. They name no credential, so they tell nobody who is known here. */
export async function passkeyOptions(database: Database, origin: string, now: string): Promise<object> {
  const options = await (
    await webAuthn()
  ).generateAuthenticationOptions({
    rpID: relyingParty(origin).id,
    challenge: new Uint8Array(randomBytes(32)),
    userVerification: 'required',
  });
  await keepChallenge(database, { id: options.challenge, purpose: signingIn }, now);
  return options;
}

async function passkeyOf(database: Database, id: string) {
  return database.kysely
    .selectFrom('passkey')
    .innerJoin('person', 'person.id', 'passkey.person_id')
    .select(['passkey.public_key', 'passkey.counter', 'passkey.person_id'])
    .where('passkey.id', '=', id)
    .where('passkey.revoked_at', 'is', null)
    .where('person.disabled_at', 'is', null)
    .executeTakeFirst();
}

/**
 * Opens a session for the person whose passkey answered.
 * @throws HindcastError `sign-in.passkey` for an answer to no open challenge, of no known passkey, or that does not verify
 */
export async function signInByPasskey(
  database: Database,
  { answer, origin }: { answer: Assertion; origin: string },
  browser: Pick<Proven, 'now' | 'userAgent' | 'former'>,
): Promise<string> {
  const challenge = challengeIn(answer.response.clientDataJSON);
  const taken = await takeChallenge(database, { id: challenge, purpose: signingIn }, browser.now);
  if (taken === undefined) throw refused('the challenge is unknown, used or too old');
  const passkey = await passkeyOf(database, answer.id);
  if (passkey === undefined) throw refused('it is not known here');
  const { person_id: personId, public_key: key, counter } = passkey;
  const checked = await (
    await webAuthn()
  )
    .verifyAuthenticationResponse({
      // A `userHandle` of null is absent to the library; the schema has checked the rest.
      response: answer as AuthenticationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: relyingParty(origin).id,
      credential: { id: answer.id, publicKey: new Uint8Array(key), counter: Number(counter) },
      requireUserVerification: true,
    })
    .catch((error: unknown) => {
      throw refused(error);
    });
  if (!checked.verified) throw refused('the signature does not verify');
  const { newCounter } = checked.authenticationInfo;
  const used = sql`update passkey set counter = ${newCounter}, last_used_at = ${browser.now}::timestamptz
    where id = ${answer.id} and counter = ${counter} and revoked_at is null`;
  try {
    return await openSession(database, { ...browser, personId, via: 'passkey' }, [{ statement: used }]);
  } catch (error) {
    throw error instanceof StoreError && error.code === 'store.conflict' ? refused('it was used twice at once') : error;
  }
}
