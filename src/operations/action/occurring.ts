import type { Database } from '../../store/database.ts';
import type { Stated } from './states.ts';

// Each step of these looks for the next value along the index, so that they take as long as there are different values, not actions.
const ownersStatement = `with recursive each (owner) as (
    (select owner from action_head order by owner limit 1)
    union all
    select (select a.owner from action_head a where a.owner > each.owner order by a.owner limit 1) from each where each.owner is not null
  ) select owner from each where owner is not null and owner <> ''`;

const statedStatement = `with recursive each (status, ticked) as (
    (select status, ticked from action_head order by status, ticked limit 1)
    union all
    select next.status, next.ticked from each, lateral (
      select a.status, a.ticked from action_head a where (a.status, a.ticked) > (each.status, each.ticked)
      order by a.status, a.ticked limit 1) as next
  ) select status, ticked from each`;

/** Every text that names an owner of some action. */
export async function ownersThatOccur({ query }: Database): Promise<string[]> {
  const { rows } = await query<{ owner: string }>({ text: ownersStatement, values: [] });
  return rows.map(({ owner }) => owner);
}

/** Every pair of status and tick that some action states. */
export async function statementsThatOccur({ query }: Database): Promise<Stated[]> {
  return (await query<Stated>({ text: statedStatement, values: [] })).rows;
}
