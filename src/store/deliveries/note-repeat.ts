import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../database.ts';

/** A delivery that was there already. */
export type Repeat = { identity: string; hookId: string; receivedAt: string };

type Noted = { hookId: string; count: number; lastAt: string };

/** Repeats are counted together: one write for each would cost as much as the delivery did. */
const afterMs = 500;

const noted = new WeakMap<Database, Map<string, Noted>>();
const flushing = new WeakMap<Database, Promise<void>>();

/** Rows are locked in one order, which readers keep to as well: so that none waits for another in a circle. */
const statement = `with given as (
    select * from unnest($1::uuid[], $2::uuid[], $3::integer[], $4::timestamptz[]) as given (identity, hook_id, count, at)
  ), told as (
    update delivery set repeats = repeats + given.count, repeated_at = greatest(repeated_at, given.at)
    from given where delivery.identity = given.identity returning delivery.id, given.at
  ), latest as (
    select sighting.signal_id as id, max(told.at) as at from told join sighting on sighting.delivery_id = told.id group by 1
  ), held as (
    select s.id, latest.at from latest join signal s on s.id = latest.id where s.last_at < latest.at order by s.id for no key update of s
  ), seen as (
    update signal set last_at = held.at from held where signal.id = held.id
  ), sums as (
    select hook_id, sum(count) as count, max(at) as at from given group by 1
  ), tallies as (
    select t.hook_id, sums.count, sums.at from sums join hook_tally t on t.hook_id = sums.hook_id order by 1 for no key update of t
  )
  update hook_tally set repeated = repeated + tallies.count, last_at = greatest(last_at, tallies.at)
  from tallies where hook_tally.hook_id = tallies.hook_id`;

async function flush(database: Database): Promise<void> {
  const all = noted.get(database);
  if (all === undefined || all.size === 0) return;
  noted.delete(database);
  const rows = [...all].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const values = [
    rows.map(([identity]) => identity),
    rows.map(([, { hookId }]) => hookId),
    rows.map(([, { count }]) => count),
    rows.map(([, { lastAt }]) => lastAt),
  ];
  await database.query({ text: statement, values, once: true });
}

/** Waits until all repeats so far are counted; what cannot be counted is forgotten, for nothing rests on it. */
export async function repeatsCounted(database: Database): Promise<void> {
  await flushing.get(database);
  await flush(database).catch(() => undefined);
}

/** Counts a repeat a moment later. */
export function noteRepeat(database: Database, { identity, hookId, receivedAt }: Repeat): void {
  let all = noted.get(database);
  if (all === undefined) noted.set(database, (all = new Map()));
  const known = all.get(identity);
  if (known === undefined) all.set(identity, { hookId, count: 1, lastAt: receivedAt });
  else {
    known.count += 1;
    known.lastAt = receivedAt;
  }
  if (flushing.has(database)) return;
  const later = sleep(afterMs)
    .then(() => flush(database))
    .catch(() => undefined)
    .finally(() => flushing.delete(database));
  flushing.set(database, later);
}
