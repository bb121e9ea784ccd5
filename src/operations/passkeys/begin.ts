import { z } from 'zod';
import { keepChallenge } from '../sessions/challenge.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { loadPasskeys } from './load.ts';
import { algorithms, registering, relyingParty } from './relying-party.ts';
import { webAuthn } from '../access/webauthn.ts';

const Input = z.strictObject({});
/** What `navigator.credentials.create` takes, as `PublicKeyCredential.parseCreationOptionsFromJSON` reads it. */
const Options = z.looseObject({ challenge: z.string() });

/** Makes no change and so no ledger entry: a challenge is forgotten after ten minutes. */
export const beginPasskey: StoredOperation<z.infer<typeof Input>, z.infer<typeof Options>> = {
  name: 'passkey.begin',
  sentence: 'Begin to add a passkey: gives the options for the browser.',
  permission: 'self.change',
  effect: 'write',
  input: Input,
  output: Options,
  route: { method: 'POST', path: '/passkeys/options' },
  run: async (context) => {
    const { actor, database, now, origin } = context;
    const { id: rpID, name: rpName } = relyingParty(origin);
    const known = await loadPasskeys(database, actor.id);
    const options = await (
      await webAuthn()
    ).generateRegistrationOptions({
      rpID,
      rpName,
      userName: actor.name,
      userDisplayName: actor.name,
      userID: new TextEncoder().encode(actor.id),
      challenge: new Uint8Array(context.random(32)),
      excludeCredentials: known.map(({ id, transports }) => ({ id, transports })),
      supportedAlgorithmIDs: algorithms,
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    await keepChallenge(database, { id: options.challenge, purpose: registering, personId: actor.id }, now);
    return { ...options };
  },
};
