import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { PersonRole, Tables } from '../../store/tables.ts';
import type { Actor } from '../access/actor.ts';
import { HindcastError } from '../errors.ts';
import type { StoredContext } from '../stored-operation.ts';

/** The roles of people, as input. */
export const Role = z.enum(['owner', 'admin', 'approver', 'editor', 'viewer']);
/** An address as people type it. */
export const Email = z.email().trim().max(254);
export const Name = z.string().trim().min(1).max(200);

/** Somebody who may sign in. */
export const Person = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  role: Role,
  version: z.number().int(),
  createdAt: z.string(),
  /** When they were shut out; null for somebody who may sign in. */
  disabledAt: z.string().nullable(),
});
export type Person = z.infer<typeof Person>;

/** A row as its output. */
export const personOf = (row: Selectable<Tables['person']>): Person => ({
  id: row.id,
  email: row.email,
  name: row.name,
  role: row.role,
  version: row.version,
  createdAt: row.created_at.toISOString(),
  disabledAt: row.disabled_at?.toISOString() ?? null,
});

/** @throws HindcastError `people.not-found` */
export async function loadPerson({ database }: StoredContext, id: string): Promise<Person> {
  const known = z.guid().safeParse(id).success;
  const row = known
    ? await database.kysely.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst()
    : undefined;
  if (row === undefined) throw new HindcastError('people.not-found', { id });
  return personOf(row);
}

/**
 * Admins look after everybody but owners; only an owner makes, changes or disables an owner.
 * @throws HindcastError `access.denied`
 */
export function requireOwnerFor(actor: Actor, roles: readonly (PersonRole | undefined)[]): void {
  if (actor.role === 'owner' || !roles.includes('owner')) return;
  throw new HindcastError('access.denied', {
    actor: actor.name,
    permission: 'people.change',
    sentence: 'Only owners make, change, disable or enable owners.',
  });
}
