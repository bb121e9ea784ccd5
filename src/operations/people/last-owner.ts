import { type RawBuilder, sql } from 'kysely';
import { HindcastError } from '../errors.ts';
import type { StoredContext } from '../stored-operation.ts';
import type { Person } from './load.ts';

/**
 * True where another owner stays. It locks all owners, in one order: of two who step down at the same moment the second
 * waits, then counts anew without the first.
 */
export const anotherOwner = (
  id: string,
): RawBuilder<boolean> => sql<boolean>`(select count(*) filter (where o.id <> ${id}::uuid)
  from (select id from person where role = 'owner' and disabled_at is null order by id for update) o) > 0`;

/** @throws HindcastError `people.last-owner` when this person is the only owner who can sign in */
export async function requireAnotherOwner({ database }: StoredContext, person: Person): Promise<void> {
  const other = await database.kysely
    .selectFrom('person')
    .select('id')
    .where('role', '=', 'owner')
    .where('disabled_at', 'is', null)
    .where('id', '<>', person.id)
    .executeTakeFirst();
  if (other === undefined) throw new HindcastError('people.last-owner', { name: person.name });
}
