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

/** A walk along an index for each status. The index has all that it gives; what a list shows is fetched of those that it shows. */
const walk = (open: boolean, from: string): string => `
  select ${open} as open, walked.* from unnest($1::text[]) as wanted (status), lateral (
    select created_at, number from ${from} and status = wanted.status order by created_at desc, number desc limit $2) as walked`;

/** What everybody may see, and of the rest what the caller may. */
const statementOf = (rest: string): string => `
  select json_agg(json_build_object('id', h.incident_id, 'number', h.number::text, 'template', h.template, 'status', h.status,
      'title', left(h.title, ${mostShown}), 'createdBy', (select i.created_by from incident i where i.id = h.incident_id))
    order by h.created_at desc, h.number desc) as heads
  from (select * from (${walk(true, 'incident_head where open')} union all ${walk(false, rest)}) as walked
      order by created_at desc, number desc limit $2) as newest,
    lateral (select * from incident_head h where h.open = newest.open and h.number = newest.number limit 1) as h`;

/** For who sees everything, and for who sees of the restricted ones where they are named. */
const [ofAll, ofMember] = [
  statementOf('incident_head where not open'),
  statementOf('incident_member where person_id = $3::uuid'),
];

/** The newest incidents of these statuses that the actor may see. */
export async function newestHeads(
  { actor, database }: StoredContext,
  statuses: readonly Status[],
  most: number,
): Promise<Heads> {
  const member = may(actor, 'incident.see', { visibility: 'restricted' }) ? '' : (actor.personId ?? actor.id);
  const { rows } = await database.query<{ heads: Head[] | null }>({
    text: member === '' ? ofAll : ofMember,
    values: [statuses, most + 1, ...(member === '' ? [] : [member])],
  });
  const heads = rows[0]?.heads ?? [];
  return { heads: heads.slice(0, most), more: heads.length > most };
}
