import { sql } from 'kysely';
import { z } from 'zod';
import { retried, save } from '../save.ts';
import { minutesAfter } from '../sessions/lifetimes.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { newAddress } from './address.ts';
import { knownHooks } from './known.ts';
import { loadLiveHook } from './load.ts';

const Input = z.strictObject({
  hook: z.string().max(64),
  /** How long the address before goes on, so that nothing is lost until the sender knows the new one; 0 ends it at once. */
  keepHours: z.number().int().min(0).max(720).default(24),
});

const Rotated = z.object({
  id: z.string(),
  earlierUntil: z.string(),
  /** Where the sender delivers to from now on; shown only now. */
  address: z.string().optional(),
});

export const rotateHook: StoredOperation<z.infer<typeof Input>, z.infer<typeof Rotated>> = {
  name: 'hook.rotate',
  sentence: 'Give a hook a new address, shown this once; the one before goes on for a while.',
  permission: 'hook.change',
  effect: 'write',
  input: Input,
  output: Rotated,
  route: { method: 'POST', path: '/hooks/{hook}/rotate' },
  run: async (context, { hook: reference, keepHours }) => {
    const { now, origin } = context;
    const earlierUntil = minutesAfter(now, keepHours * 60);
    try {
      return await retried(async () => {
        const { id, source, version } = await loadLiveHook(context, reference);
        const { address, hash } = newAddress(origin, source);
        const result = { id, earlierUntil };
        const kept = await save(context, {
          operation: 'hook.rotate',
          subject: `hook/${id}`,
          payload: { earlierUntil },
          changes: [
            {
              statement: sql`update hook set earlier_hash = token_hash, earlier_until = ${earlierUntil}::timestamptz,
                  token_hash = ${hash}::bytea, version = version + 1
                where id = ${id}::uuid and version = ${version} and revoked_at is null`,
            },
          ],
          result,
        });
        // What another call with the same key saved has another address.
        return kept === result ? { ...kept, address } : kept;
      });
    } finally {
      knownHooks.forget(context.database);
    }
  },
};
