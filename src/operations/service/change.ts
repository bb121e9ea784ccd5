import { sql } from 'kysely';
import { z } from 'zod';
import { HindcastError } from '../errors.ts';
import { retried, save } from '../save.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { loadService, loadServices, readKept, requireSeen, Watched, watchedOf } from './load.ts';
import { parseService, Source } from './parse.ts';
import { SecretInput, secretFor, toldOf } from './secret.ts';

const Input = SecretInput.extend({
  /** Its id or name. */
  service: z.string().max(100),
  source: Source.optional(),
  /** The version that the caller saw. */
  seen: z.number().int().min(1),
});
type Input = z.infer<typeof Input>;

async function changeOnce(context: StoredContext, { service, seen, source, ...given }: Input): Promise<Watched> {
  const old = await loadService(context, service);
  requireSeen(old, seen);
  const text = source ?? old.source;
  const { name, prometheus } = parseService(text);
  const others = (await loadServices(context)).filter(({ id }) => id !== old.id);
  if (others.some((kept) => kept.name.toLowerCase() === name.toLowerCase()))
    throw new HindcastError('service.taken', { name });
  const secret = secretFor(old.secret, given, { from: readKept(old)?.prometheus, to: prometheus });
  const kept = { ...old, name, source: text, secret, version: seen + 1 };
  return save(context, {
    operation: 'service.change',
    subject: `service/${old.id}`,
    payload: { name, source: text, version: seen + 1, ...toldOf(secret) },
    changes: [
      {
        statement: sql`update service set name = ${name}, source = ${text}, secret = ${JSON.stringify(secret)}::json,
          version = version + 1 where id = ${old.id}::uuid and version = ${seen} and removed_at is null`,
      },
    ],
    result: watchedOf(kept),
  });
}

export const changeService: StoredOperation<Input, Watched> = {
  name: 'service.change',
  sentence: 'Change how a service is watched.',
  permission: 'service.change',
  effect: 'write',
  input: Input,
  output: Watched,
  route: { method: 'PATCH', path: '/services/{service}' },
  run: (context, input) => retried(() => changeOnce(context, input)),
};
