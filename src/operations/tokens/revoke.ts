import { sql } from 'kysely';
import { z } from 'zod';
import { StoreError } from '../../store/store-error.ts';
import { may } from '../access/permissions.ts';
import { HindcastError } from '../errors.ts';
import { save } from '../save.ts';
import type { StoredOperation } from '../stored-operation.ts';

const Input = z.strictObject({ token: z.string().max(64) });
const Revoked = z.object({ revoked: z.literal(true) });

export const revokeToken: StoredOperation<z.infer<typeof Input>, z.infer<typeof Revoked>> = {
  name: 'token.revoke',
  sentence: "End a token of yours at once; admins and owners end anybody's.",
  permission: 'token.own',
  effect: 'destructive',
  input: Input,
  output: Revoked,
  route: { method: 'DELETE', path: '/tokens/{token}' },
  run: async (context, { token }) => {
    const { actor, now } = context;
    const gone = () => new HindcastError('own.not-found', { what: 'token', id: token });
    if (!z.guid().safeParse(token).success) throw gone();
    const whose = may(actor, 'people.change') ? sql`true` : sql`person_id = ${actor.id}::uuid`;
    try {
      return await save(context, {
        operation: 'token.revoke',
        subject: `token/${token}`,
        payload: {},
        changes: [
          {
            statement: sql`update token set revoked_at = ${now}::timestamptz where id = ${token}::uuid and revoked_at is null and ${whose}`,
          },
        ],
        result: { revoked: true as const },
      });
    } catch (error) {
      throw error instanceof StoreError && error.code === 'store.conflict' ? gone() : error;
    }
  },
};
