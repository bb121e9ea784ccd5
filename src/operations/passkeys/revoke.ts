import { sql } from 'kysely';
import { z } from 'zod';
import { StoreError } from '../../store/store-error.ts';
import { HindcastError } from '../errors.ts';
import { save } from '../save.ts';
import type { StoredOperation } from '../stored-operation.ts';

const Input = z.strictObject({ passkey: z.string().max(1400) });
const Revoked = z.object({ revoked: z.literal(true) });

export const revokePasskey: StoredOperation<z.infer<typeof Input>, z.infer<typeof Revoked>> = {
  name: 'passkey.revoke',
  sentence: 'Revoke a passkey of yours: it signs in and signs off no more; what it signed stays.',
  permission: 'self.change',
  effect: 'destructive',
  input: Input,
  output: Revoked,
  route: { method: 'DELETE', path: '/passkeys/{passkey}' },
  run: async (context, { passkey }) => {
    const { actor, now } = context;
    try {
      return await save(context, {
        operation: 'passkey.revoke',
        subject: `passkey/${passkey}`,
        payload: {},
        changes: [
          {
            statement: sql`update passkey set revoked_at = ${now}::timestamptz where id = ${passkey} and person_id = ${actor.id}::uuid and revoked_at is null`,
          },
        ],
        result: { revoked: true as const },
      });
    } catch (error) {
      const gone = error instanceof StoreError && error.code === 'store.conflict';
      throw gone ? new HindcastError('own.not-found', { what: 'passkey', id: passkey }) : error;
    }
  },
};
