import { sql } from 'kysely';
import { z } from 'zod';
import { StoreError } from '../../store/store-error.ts';
import { HindcastError } from '../errors.ts';
import { save } from '../save.ts';
import type { StoredOperation } from '../stored-operation.ts';

const Input = z.strictObject({ passkey: z.string().max(1400), name: z.string().trim().min(1).max(100) });
const Renamed = z.object({ id: z.string(), name: z.string() });

export const renamePasskey: StoredOperation<z.infer<typeof Input>, z.infer<typeof Renamed>> = {
  name: 'passkey.rename',
  sentence: 'Give a passkey of yours another name.',
  permission: 'self.change',
  effect: 'write',
  input: Input,
  output: Renamed,
  route: { method: 'PATCH', path: '/passkeys/{passkey}' },
  run: async (context, { passkey, name }) => {
    try {
      return await save(context, {
        operation: 'passkey.rename',
        subject: `passkey/${passkey}`,
        payload: { name },
        changes: [
          {
            statement: sql`update passkey set name = ${name} where id = ${passkey} and person_id = ${context.actor.id}::uuid and revoked_at is null`,
          },
        ],
        result: { id: passkey, name },
      });
    } catch (error) {
      const gone = error instanceof StoreError && error.code === 'store.conflict';
      throw gone ? new HindcastError('own.not-found', { what: 'passkey', id: passkey }) : error;
    }
  },
};
