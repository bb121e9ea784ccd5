import { sql } from 'kysely';
import { z } from 'zod';
import { actorName } from '../access/actor.ts';
import { save } from '../save.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { newAddress } from './address.ts';
import { HookName, HookService, requireDelivers, SenderSecret } from './fields.ts';
import { knownHooks } from './known.ts';

const Input = z.strictObject({
  name: HookName,
  /** The system that delivers: `alertmanager`. */
  source: z.string().max(100),
  /** The service that all its signals are of; without one each payload says it. */
  service: HookService.optional(),
  /** What the sender signs with; it can be set later. */
  secret: SenderSecret.optional(),
});

const Created = z.object({
  id: z.string(),
  /** Where the sender delivers to; shown only now. */
  address: z.string().optional(),
});

export const createHook: StoredOperation<z.infer<typeof Input>, z.infer<typeof Created>> = {
  name: 'hook.create',
  sentence: 'Make an address that another system delivers to; it is shown this once.',
  permission: 'hook.change',
  effect: 'write',
  input: Input,
  output: Created,
  route: { method: 'POST', path: '/hooks' },
  run: async (context, { name, source, service = null, secret = null }) => {
    const { actor, now, origin } = context;
    requireDelivers(source, context.config);
    const id = context.newId();
    const { address, hash } = newAddress(origin, source);
    const kept = await save(context, {
      operation: 'hook.create',
      subject: `hook/${id}`,
      payload: { name, source, service, hasSecret: secret !== null },
      changes: [
        {
          statement: sql`insert into hook (id, name, source, service, token_hash, secret, created_at, created_by)
            values (${id}::uuid, ${name}, ${source}, ${service}, ${hash}::bytea, ${secret}, ${now}::timestamptz, ${actorName(actor)})`,
        },
        { statement: sql`insert into hook_tally (hook_id) values (${id}::uuid)` },
      ],
      result: { id },
    });
    knownHooks.forget(context.database);
    return kept.id === id ? { ...kept, address } : kept;
  },
};
