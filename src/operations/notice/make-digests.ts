import { sql } from 'kysely';
import { lastDigest } from '../../notices/moments.ts';
import type { StoredContext } from '../stored-operation.ts';
import { heldItems } from './held.ts';
import { preferenceOf } from './plan.ts';

type Row = { person_id: string; first: Date; value: unknown };

/** Puts together the digests whose moment has come, each once. Gives how many. */
export async function makeDigests(context: StoredContext): Promise<number> {
  const { database, now, newId, config } = context;
  const { rows } = await sql<Row>`
    select n.person_id, min(n.at) as first, f.value from notice n left join preference f on f.person_id = n.person_id
    where n.state = 'held' group by n.person_id, f.value`.execute(database.kysely);
  let made = 0;
  for (const { person_id: personId, first, value } of rows) {
    const moment = lastDigest(preferenceOf(value, config.zone ?? 'UTC'), now);
    if (first.toISOString() > moment) continue;
    const { items, more, last } = await heldItems(context, personId, moment);
    const payload = JSON.stringify({ values: { items, more } });
    // Whoever of two takes what was held also makes the digest of it; the other finds nothing.
    const { numAffectedRows = 0n } = await sql`
      with taken as (
        update notice set state = 'routed', reason = ${`digest of ${moment}`}
        where person_id = ${personId}::uuid and state = 'held' and number <= ${last} and at <= ${moment}::timestamptz returning 1)
      insert into notice (id, key, kind, person_id, payload, at)
        select ${newId()}::uuid, ${`digest:${personId}:${moment}:${last}`}, 'digest', ${personId}::uuid, ${payload}::jsonb, ${now}::timestamptz
        where exists (select 1 from taken) and ${items.length > 0} on conflict (key) do nothing`.execute(
      database.kysely,
    );
    made += Number(numAffectedRows);
  }
  return made;
}
