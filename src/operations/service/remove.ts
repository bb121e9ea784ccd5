import { sql } from 'kysely';
import { z } from 'zod';
import { retried, save } from '../save.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { loadService, requireSeen } from './load.ts';

const Input = z.strictObject({ service: z.string().max(100), seen: z.coerce.number().int().min(1) });
type Input = z.infer<typeof Input>;
const Removed = z.object({ removed: z.literal(true) });

async function removeOnce(context: StoredContext, { service, seen }: Input): Promise<z.infer<typeof Removed>> {
  const old = await loadService(context, service);
  requireSeen(old, seen);
  return save(context, {
    operation: 'service.remove',
    subject: `service/${old.id}`,
    payload: { name: old.name },
    changes: [
      {
        // What was measured keeps its evidence; the secrets have no use any more.
        statement: sql`update service set removed_at = ${context.now}::timestamptz, secret = '{}', version = version + 1
          where id = ${old.id}::uuid and version = ${seen} and removed_at is null`,
      },
    ],
    result: { removed: true as const },
  });
}

export const removeService: StoredOperation<Input, z.infer<typeof Removed>> = {
  name: 'service.remove',
  sentence: 'Have a service no longer watched; what was measured stays, its secrets are forgotten.',
  permission: 'service.change',
  effect: 'destructive',
  input: Input,
  output: Removed,
  route: { method: 'DELETE', path: '/services/{service}' },
  run: (context, input) => retried(() => removeOnce(context, input)),
};
