import { sql } from 'kysely';
import { z } from 'zod';
import { retried, save } from '../save.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { anotherOwner, requireAnotherOwner } from './last-owner.ts';
import { loadPerson, Person, requireOwnerFor } from './load.ts';

const Input = z.strictObject({ person: z.string() });

/** What lets somebody in, each ended at once: enabling them again brings none of it back. Passkeys stay theirs. */
const waysIn = [
  { table: 'session', column: 'revoked_at' },
  { table: 'token', column: 'revoked_at' },
  { table: 'login_link', column: 'used_at' },
];

async function disableOnce(context: StoredContext, id: string): Promise<Person> {
  const old = await loadPerson(context, id);
  requireOwnerFor(context.actor, [old.role]);
  if (old.disabledAt !== null) return old;
  if (old.role === 'owner') await requireAnotherOwner(context, old);
  const { now } = context;
  return save(context, {
    operation: 'people.disable',
    subject: `person/${id}`,
    payload: { version: old.version + 1 },
    changes: [
      {
        statement: sql`update person set disabled_at = ${now}::timestamptz, version = version + 1
          where id = ${id}::uuid and version = ${old.version} and ${old.role === 'owner' ? anotherOwner(id) : sql`true`}`,
      },
      ...waysIn.map(({ table, column }) => ({
        statement: sql`update ${sql.table(table)} set ${sql.ref(column)} = ${now}::timestamptz where person_id = ${id}::uuid and ${sql.ref(column)} is null`,
        rows: 'any' as const,
      })),
    ],
    result: { ...old, disabledAt: now, version: old.version + 1 },
  });
}

export const disablePerson: StoredOperation<z.infer<typeof Input>, Person> = {
  name: 'people.disable',
  sentence: 'Shut somebody out at once: sessions, tokens and links end. What they did stays theirs.',
  permission: 'people.change',
  effect: 'destructive',
  input: Input,
  output: Person,
  route: { method: 'POST', path: '/people/{person}/disable' },
  run: (context, { person }) => retried(() => disableOnce(context, person)),
};
