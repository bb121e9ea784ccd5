import { sql } from 'kysely';
import { z } from 'zod';
import { HindcastError } from '../errors.ts';
import { retried, save } from '../save.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { HookName, HookService, SenderSecret } from './fields.ts';
import { knownHooks } from './known.ts';
import { loadLiveHook } from './load.ts';

const Input = z.strictObject({
  hook: z.string().max(64),
  name: HookName.optional(),
  /** Null: each payload says it. */
  service: HookService.nullable().optional(),
  /** What the sender signs with; null for none. It is never shown again. */
  secret: SenderSecret.nullable().optional(),
  /** The version that the caller saw. */
  seen: z.number().int().min(1),
});
type Input = z.infer<typeof Input>;

const Changed = z.object({ id: z.string(), version: z.number().int() });
type Changed = z.infer<typeof Changed>;

async function changeOnce(context: StoredContext, { hook: reference, seen, secret, ...told }: Input): Promise<Changed> {
  const hook = await loadLiveHook(context, reference);
  const { id, version } = hook;
  if (version !== seen)
    throw new HindcastError(
      'record.conflict',
      { path: `hook/${id}`, seen: String(seen), version: String(version) },
      { data: { path: '', yours: told, theirs: { name: hook.name, service: hook.service }, version } },
    );
  const { name = hook.name, service = hook.service } = told;
  const set = secret === undefined ? sql`secret` : sql`${secret}::text`;
  return save(context, {
    operation: 'hook.change',
    subject: `hook/${id}`,
    payload: { name, service, ...(secret === undefined ? {} : { hasSecret: secret !== null }) },
    changes: [
      {
        statement: sql`update hook set name = ${name}, service = ${service}, secret = ${set}, version = version + 1
          where id = ${id}::uuid and version = ${seen} and revoked_at is null`,
      },
    ],
    result: { id, version: seen + 1 },
  });
}

export const changeHook: StoredOperation<Input, Changed> = {
  name: 'hook.change',
  sentence: "Change a hook's name, its service, or the secret that its sender signs with.",
  permission: 'hook.change',
  effect: 'write',
  input: Input,
  output: Changed,
  route: { method: 'PATCH', path: '/hooks/{hook}' },
  run: async (context, input) => {
    try {
      return await retried(() => changeOnce(context, input));
    } finally {
      knownHooks.forget(context.database);
    }
  },
};
