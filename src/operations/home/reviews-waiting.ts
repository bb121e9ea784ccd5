import type { StoredContext } from '../stored-operation.ts';
import { type LookedAt, named } from './looked-at.ts';
import type { Asker, Waiting } from './waiting.ts';

type Row = { incident: string; rung: string; day: string };

// A review waits from a week before its day to a month after it: an import of old documents would fill the screen with them.
const statement = `select incident_id as incident, rung, day::text as day from review_day
  where incident_id = any($1::uuid[]) and day between $2::date - 30 and $2::date + 7 order by day, rung`;

/** Reviews of one's own incidents that are due or late, also after their document was published. */
export async function reviewsWaiting(
  { database, now }: StoredContext,
  all: LookedAt[],
  { actor, isMine }: Asker,
): Promise<Waiting[]> {
  const own = new Map(
    all.flatMap(({ head, record }) =>
      head.createdBy === actor || isMine(record.document?.owner ?? '') !== undefined ? [[head.id, head] as const] : [],
    ),
  );
  if (own.size === 0) return [];
  const { rows } = await database.query<Row>({ text: statement, values: [[...own.keys()], now.slice(0, 10)] });
  return rows.flatMap(({ incident, rung, day }) => {
    const head = own.get(incident);
    if (head === undefined) return [];
    return [{ kind: 'look' as const, ...named(head), interval: rung, mine: true, until: `${day}T23:59:59Z` }];
  });
}
