import type { Database } from '../../store/database.ts';
import type { Place, SearchRow } from './searched-incident.ts';

/** Rows read at once: what they take of the processor holds up other calls for a few milliseconds. */
export const [mostNew, mostOld] = [25, 25];

// As JSON: an array of PostgreSQL is read letter by letter, which takes longer than all the rest.
const columns = `select d.number, d.seq, d.occurred::text as occurred, d.title, to_json(d.texts) as texts, to_json(d.services) as services,
    d.groups, h.status, h.severity, h.template
  from search_document d join incident_head h using (incident_id)`;
const newer = `${columns} where (d.seq, d.number) > ($1, $2) order by d.seq, d.number limit ${mostNew}`;
const older = `${columns} where (d.seq, d.number) <= ($1, $2) order by d.seq desc, d.number desc limit ${mostOld}`;

/** What changed after a place, and what before it, the place itself included. */
export const rowsFrom = async (
  database: Database,
  which: 'newer' | 'older',
  { seq, number }: Place,
): Promise<SearchRow[]> =>
  (await database.query<SearchRow>({ text: which === 'newer' ? newer : older, values: [seq, number] })).rows;

/** Where the latest change stands. */
export async function newestPlace(database: Database): Promise<Place> {
  const text = 'select seq, number from search_document order by seq desc, number desc limit 1';
  const [place] = (await database.query<Place>({ text, values: [] })).rows;
  return place ?? { seq: '-1', number: '0' };
}

/** Whether more texts than so many are kept. */
export async function hasMore(database: Database, than: number): Promise<boolean> {
  const { count } = await database.query({ text: 'select from search_document offset $1 limit 1', values: [than] });
  return count > 0;
}
