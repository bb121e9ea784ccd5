import type { Database } from '../database.ts';

/**
 * Whether the latest checkpoint is to be anchored: nothing of this kind was for so many hours, and there is more in the ledger since
 * than anchors, which are entries themselves.
 */
export async function isAnchorDue(
  { query }: Database,
  kind: 'evidence' | 'rfc3161',
  { now, hours }: { now: string; hours: number },
): Promise<boolean> {
  const { rows } = await query<{ due: boolean }>({
    text: `with last as (select size, at from anchor where kind = $1 order by at desc limit 1)
      select exists (select from checkpoint)
        and not exists (select from last where at > $2::timestamptz - make_interval(secs => $3 * 3600.0))
        and exists (select from entry where seq >= coalesce((select size from last), 0) and operation <> 'ledger.anchor') as due`,
    values: [kind, now, hours],
  });
  return rows[0]?.due === true;
}
