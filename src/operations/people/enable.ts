import { sql } from 'kysely';
import { z } from 'zod';
import { retried, save } from '../save.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { loadPerson, Person, requireOwnerFor } from './load.ts';

const Input = z.strictObject({ person: z.string() });

async function enableOnce(context: StoredContext, id: string): Promise<Person> {
  const old = await loadPerson(context, id);
  requireOwnerFor(context.actor, [old.role]);
  if (old.disabledAt === null) return old;
  return save(context, {
    operation: 'people.enable',
    subject: `person/${id}`,
    payload: { version: old.version + 1 },
    changes: [
      {
        statement: sql`update person set disabled_at = null, version = version + 1 where id = ${id}::uuid and version = ${old.version}`,
      },
    ],
    result: { ...old, disabledAt: null, version: old.version + 1 },
  });
}

export const enablePerson: StoredOperation<z.infer<typeof Input>, Person> = {
  name: 'people.enable',
  sentence: 'Let somebody in again who was disabled; they sign in anew.',
  permission: 'people.change',
  effect: 'write',
  input: Input,
  output: Person,
  route: { method: 'POST', path: '/people/{person}/enable' },
  run: (context, { person }) => retried(() => enableOnce(context, person)),
};
