import type { Database } from '../database.ts';

/** Evidence that the database says is kept, by hash and size. */
export type KeptObject = { sha256: string; bytes: number };

/** Of each kind: the newest pieces, for what was lost lately, and any, for what was lost long ago. */
const most = 200;

/** Evidence to look for in the store: the newest pieces and as many at random, with how many there are at all. */
export async function evidenceSample({ query }: Database): Promise<{ all: number; sample: KeptObject[] }> {
  const { rows: counted } = await query<{ made: boolean }>({
    text: "select to_regclass('public.evidence') is not null as made",
    values: [],
  });
  if (counted[0]?.made !== true) return { all: 0, sample: [] };
  const { rows } = await query<{ sha256: string; bytes: string; all: string }>({
    text: `with kept as (select sha256, bytes, stored_at from evidence where removed_at is null)
      select sha256, bytes, (select count(*) from kept) as all from (
        (select sha256, bytes from kept order by stored_at desc limit $1)
        union
        (select sha256, bytes from kept order by random() limit $1)) sampled`,
    values: [most],
  });
  const sample = rows.map(({ sha256, bytes }) => ({ sha256, bytes: Number(bytes) }));
  return { all: Number(rows[0]?.all ?? 0), sample };
}
