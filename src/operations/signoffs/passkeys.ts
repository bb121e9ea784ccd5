import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import { sql } from 'kysely';
import type { Change } from '../../store/commit.ts';
import { HindcastError, reasonOf } from '../errors.ts';
import type { Assertion } from '../passkeys/answers.ts';
import { relyingParty } from '../passkeys/relying-party.ts';
import type { StoredContext } from '../stored-operation.ts';
import type { Signature } from './signature.ts';
import { challengeId } from './statement.ts';
import { webAuthn } from '../access/webauthn.ts';

/** A passkey with which somebody may sign. */
export type Passkey = { id: string; public_key: Uint8Array; counter: string; transports: string[] };

/** The passkeys of a person that are not revoked. */
export const loadPasskeys = ({ database }: StoredContext, personId: string): Promise<Passkey[]> =>
  database.kysely
    .selectFrom('passkey')
    .select(['id', 'public_key', 'counter', 'transports'])
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .orderBy('created_at')
    .execute();

/** The passkey has counted its use. Changes nothing when it was used elsewhere meanwhile. */
const counted = ({ now }: StoredContext, { id, counter }: Passkey, newCounter: number): Change => ({
  statement: sql`update passkey set counter = ${newCounter}, last_used_at = ${now}::timestamptz
    where id = ${id} and counter = ${counter} and revoked_at is null`,
});

/**
 * Verifies a passkey's assertion over a statement: its challenge is the statement's SHA-256, and the person was verified.
 * @throws HindcastError `signoff.assertion`
 */
export async function passkeySignature(
  context: StoredContext,
  passkeys: Passkey[],
  text: string,
  assertion: Assertion,
): Promise<{ signature: Signature; change: Change }> {
  const passkey = passkeys.find(({ id }) => id === assertion.id);
  if (passkey === undefined) throw new HindcastError('signoff.assertion', { reason: 'it is of no passkey of yours' });
  const publicKey = new Uint8Array(passkey.public_key);
  try {
    const { verified, authenticationInfo } = await (
      await webAuthn()
    ).verifyAuthenticationResponse({
      // A `userHandle` of null is absent to the library; the schema has checked the rest.
      response: assertion as AuthenticationResponseJSON,
      expectedChallenge: challengeId(text),
      expectedOrigin: context.origin,
      expectedRPID: relyingParty(context.origin).id,
      credential: { id: passkey.id, publicKey, counter: Number(passkey.counter) },
      requireUserVerification: true,
    });
    if (!verified) throw new Error('its signature is not of this passkey');
    const signature: Signature = {
      keyId: passkey.id,
      publicKey: Buffer.from(publicKey).toString('base64'),
      bytes: Buffer.from(assertion.response.signature, 'base64url'),
      assertion: {
        clientDataJSON: assertion.response.clientDataJSON,
        authenticatorData: assertion.response.authenticatorData,
      },
    };
    return { signature, change: counted(context, passkey, authenticationInfo.newCounter) };
  } catch (error) {
    throw new HindcastError('signoff.assertion', { reason: reasonOf(error) });
  }
}
