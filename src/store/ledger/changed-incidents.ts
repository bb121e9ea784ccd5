import type { Database } from '../database.ts';

/** Tables of one row that keep the last entry of the ledger that somebody who follows it has read. */
export type Progress = 'search_progress' | 'review_progress' | 'insight_progress';

/** Entries looked at in one go. */
const mostEntries = 2000;

// Numbers have no gaps, so what stands behind the last one is new. What an entry says is not read: the incident is, as it is now.
const statement = (progress: Progress, most: number): string => `with next as (
    select seq, incident_id from entry
    where seq > (select seq from ${progress}) and seq <= (select seq from ${progress}) + ${mostEntries} order by seq
  ), first as (
    select incident_id, min(seq) as seq from next where incident_id is not null group by incident_id order by min(seq) limit ${most + 1}
  )
  select (select array_agg(incident_id order by seq) from (select * from first limit ${most}) as shown) as ids,
    coalesce((select seq - 1 from first offset ${most}), (select max(seq) from next)) as seq,
    (select p.seq from ${progress} p) as before`;

type Changed = { ids: string[] | null; seq: string | null; before: string };

/**
 * Hands the incidents that the next entries of the ledger name to `take`, at most so many, and remembers how far it came. Answers
 * whether there was anything: ask again until there was not. Done twice at once it does the same twice.
 */
export async function followIncidents(
  database: Database,
  { progress, most }: { progress: Progress; most: number },
  take: (ids: string[], seq: string) => Promise<unknown>,
): Promise<boolean> {
  const [changed] = (await database.query<Changed>({ text: statement(progress, most), values: [] })).rows;
  if (changed === undefined || changed.seq === null) return false;
  if (changed.ids !== null) await take(changed.ids, changed.seq);
  await database.query({
    text: `update ${progress} set seq = $1 where seq = $2`,
    values: [changed.seq, changed.before],
  });
  return true;
}
