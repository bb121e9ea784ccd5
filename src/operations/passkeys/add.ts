import type { RegistrationResponseJSON } from '@simplewebauthn/server';
import { sql } from 'kysely';
import { z } from 'zod';
import { StoreError } from '../../store/store-error.ts';
import { save } from '../save.ts';
import { takeChallenge } from '../sessions/challenge.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { challengeIn, refused, Registration } from './answers.ts';
import { algorithms, registering, relyingParty } from './relying-party.ts';
import { webAuthn } from '../access/webauthn.ts';

const Input = z.strictObject({ name: z.string().trim().min(1).max(100), answer: Registration });
const Added = z.object({ id: z.string(), name: z.string() });

async function verified({ origin }: StoredContext, answer: z.infer<typeof Registration>, challenge: string) {
  const checked = await (
    await webAuthn()
  )
    .verifyRegistrationResponse({
      // The library's type wants every optional field absent rather than undefined; the schema has checked the shape.
      response: answer as RegistrationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: relyingParty(origin).id,
      supportedAlgorithmIDs: algorithms,
    })
    .catch((error: unknown) => {
      throw refused(error);
    });
  if (!checked.verified) throw refused('it does not verify');
  return checked.registrationInfo.credential;
}

/** Binds a passkey to a person. The ledger keeps its public key: a later signature shows whose key that was, and since when. */
export const addPasskey: StoredOperation<z.infer<typeof Input>, z.infer<typeof Added>> = {
  name: 'passkey.add',
  sentence: "Add a passkey with the browser's answer to `passkey.begin`.",
  permission: 'self.change',
  effect: 'write',
  input: Input,
  output: Added,
  route: { method: 'POST', path: '/passkeys' },
  run: async (context, { name, answer }) => {
    const { actor, database, now } = context;
    const challenge = challengeIn(answer.response.clientDataJSON);
    const taken = await takeChallenge(database, { id: challenge, purpose: registering, personId: actor.id }, now);
    if (taken === undefined) throw refused('the challenge is unknown, used or too old');
    const { id, publicKey, counter, transports = [] } = await verified(context, answer, challenge);
    const key = Buffer.from(publicKey);
    try {
      return await save(context, {
        operation: 'passkey.add',
        subject: `passkey/${id}`,
        payload: { name, publicKey: key.toString('base64url') },
        changes: [
          {
            statement: sql`insert into passkey (id, person_id, name, public_key, counter, transports, created_at)
              values (${id}, ${actor.id}::uuid, ${name}, ${key}::bytea, ${counter}, ${transports}::text[], ${now}::timestamptz)
              on conflict do nothing`,
          },
        ],
        result: { id, name },
      });
    } catch (error) {
      const known = error instanceof StoreError && error.code === 'store.conflict';
      throw known ? refused('it is known here already') : error;
    }
  },
};
