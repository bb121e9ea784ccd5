import type { Status } from '../../store/tables.ts';
import { may } from '../access/permissions.ts';
import { mostShown } from '../incident/list-query.ts';
import type { StoredContext } from '../stored-operation.ts';

/** What the first screen needs to know of an incident before it looks into it. */
export type Head = {
  id: string;
  number: string;
  template: string;
  status: Status;
  title: string | null;
  createdBy: string;
};

/** Heads, newest first; `more` says that there are others that were not looked at. */
export type Heads = { heads: Head[]; more: boolean };

/** A walk along an index for each status and for what everybody may see and what not: it touches no more rows than it gives. */
const statement = `with walked as (
    select h.* from unnest($1::text[]) as wanted (status), lateral (
      select * from incident_head where open and status = wanted.status order by created_at desc, number desc limit $2) as h
    union all
    select h.* from unnest($1::text[]) as wanted (status), lateral (
      select * from incident_head where not open and status = wanted.status
        and ($3::uuid is null or incident_id in (select m.incident_id from incident_member m where m.person_id = $3::uuid))
      order by created_at desc, number desc limit $2) as h)
  select h.incident_id as id, h.number, h.template, h.status, left(h.title, ${mostShown}) as title, i.created_by as "createdBy"
  from (select * from walked order by created_at desc, number desc limit $2) as h join incident i on i.id = h.incident_id
  order by h.created_at desc, h.number desc`;

/** The newest incidents of these statuses that the actor may see. */
export async function newestHeads(
  { actor, database }: StoredContext,
  statuses: readonly Status[],
  most: number,
): Promise<Heads> {
  const member = may(actor, 'incident.see', { visibility: 'restricted' }) ? null : (actor.personId ?? actor.id);
  const values = [statuses, most + 1, member === '' ? null : member];
  const { rows } = await database.query<Head>({ text: statement, values });
  return { heads: rows.slice(0, most), more: rows.length > most };
}
