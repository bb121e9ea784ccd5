import { sql } from 'kysely';
import { z } from 'zod';
import { StoreError } from '../../store/store-error.ts';
import { HindcastError } from '../errors.ts';
import { save } from '../save.ts';
import type { StoredOperation } from '../stored-operation.ts';

const Input = z.strictObject({ session: z.string().max(64) });
const Revoked = z.object({ revoked: z.literal(true) });

export const revokeSession: StoredOperation<z.infer<typeof Input>, z.infer<typeof Revoked>> = {
  name: 'session.revoke',
  sentence: 'End one of your sessions at once, wherever it is.',
  permission: 'self.change',
  effect: 'destructive',
  input: Input,
  output: Revoked,
  route: { method: 'DELETE', path: '/sessions/{session}' },
  run: async (context, { session }) => {
    const { actor, now } = context;
    const gone = () => new HindcastError('own.not-found', { what: 'session', id: session });
    if (!/^[0-9a-f]{64}$/.test(session)) throw gone();
    try {
      return await save(context, {
        operation: 'session.revoke',
        subject: `session/${session.slice(0, 16)}`,
        payload: {},
        changes: [
          {
            statement: sql`update session set revoked_at = ${now}::timestamptz
              where hash = decode(${session}, 'hex') and person_id = ${actor.id}::uuid and revoked_at is null`,
          },
        ],
        result: { revoked: true as const },
      });
    } catch (error) {
      throw error instanceof StoreError && error.code === 'store.conflict' ? gone() : error;
    }
  },
};
