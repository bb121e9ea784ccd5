import { sql } from 'kysely';
import { z } from 'zod';
import { retried, save } from '../save.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { knownHooks } from './known.ts';
import { loadLiveHook } from './load.ts';

const Input = z.strictObject({ hook: z.string().max(64) });
const Revoked = z.object({ revoked: z.literal(true) });

export const revokeHook: StoredOperation<z.infer<typeof Input>, z.infer<typeof Revoked>> = {
  name: 'hook.revoke',
  sentence: 'End a hook at once: nothing more is taken at its address. What came stays.',
  permission: 'hook.change',
  effect: 'destructive',
  input: Input,
  output: Revoked,
  route: { method: 'DELETE', path: '/hooks/{hook}' },
  run: async (context, { hook: reference }) => {
    try {
      return await retried(async () => {
        const { id } = await loadLiveHook(context, reference);
        return save(context, {
          operation: 'hook.revoke',
          subject: `hook/${id}`,
          payload: {},
          changes: [
            {
              // Its secret is of no use any more.
              statement: sql`update hook set revoked_at = ${context.now}::timestamptz, secret = null, version = version + 1
                where id = ${id}::uuid and revoked_at is null`,
            },
          ],
          result: { revoked: true as const },
        });
      });
    } finally {
      knownHooks.forget(context.database);
    }
  },
};
