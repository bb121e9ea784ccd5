import { sql } from 'kysely';
import type { z } from 'zod';
import { HindcastError } from '../errors.ts';
import { retried, save } from '../save.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { loadServices, Watched, watchedOf } from './load.ts';
import { parseService, Source } from './parse.ts';
import { SecretInput, toldOf, withSecret } from './secret.ts';

const Input = SecretInput.extend({ source: Source });
type Input = z.infer<typeof Input>;

async function addOnce(context: StoredContext, { source, ...given }: Input): Promise<Watched> {
  const { name } = parseService(source);
  const taken = (await loadServices(context)).some((kept) => kept.name.toLowerCase() === name.toLowerCase());
  if (taken) throw new HindcastError('service.taken', { name });
  const secret = withSecret({}, given);
  const kept = { id: context.newId(), name, source, version: 1, secret };
  return save(context, {
    operation: 'service.add',
    subject: `service/${kept.id}`,
    payload: { name, source, ...toldOf(secret) },
    changes: [
      {
        statement: sql`insert into service (id, name, source, secret)
          values (${kept.id}::uuid, ${name}, ${source}, ${JSON.stringify(secret)}::json)`,
      },
    ],
    result: watchedOf(kept),
  });
}

export const addService: StoredOperation<Input, Watched> = {
  name: 'service.add',
  sentence: 'Have a service watched: its Prometheus, objective, queries, invariants and circuit breakers, as YAML.',
  permission: 'service.change',
  effect: 'write',
  input: Input,
  output: Watched,
  route: { method: 'POST', path: '/services' },
  run: (context, input) => retried(() => addOnce(context, input)),
};
