import type { Database } from '../../store/database.ts';
import type { Outcome, Stored } from './read-body.ts';
import type { ToldSignal } from './told-signals.ts';

type Client = Awaited<ReturnType<Database['connect']>>;

/** Rows in one statement. */
const atOnce = 2000;

const content = {
  source: 'text',
  service: 'text',
  severity: 'text',
  epoch_ms: 'double precision',
  text: 'text',
  actor: 'text',
  condition_key: 'text',
  condition_name: 'text',
  fold: 'text',
  event: 'json',
  delivery_id: 'bigint',
  pointer: 'text',
  rank: 'text',
} as const;
const names = Object.keys(content).join(', ');
const types = Object.entries(content)
  .map(([name, type]) => `${name} ${type}`)
  .join(', ');
const better = Object.keys(content)
  .map((name) => `${name} = case when excluded.rank > signal.rank then excluded.${name} else signal.${name} end`)
  .join(', ');

/** Notes who tells what; of those that are new, how many tell each signal, and when the first and the last of them came. */
const statement = `with seen as (
    insert into sighting (signal_id, delivery_id)
    select id, delivery from json_to_recordset($1::json) as given (id uuid, delivery bigint)
    on conflict do nothing returning signal_id, delivery_id
  ), counted as (
    select signal_id, count(*)::integer as count, min(d.received_at) as first, max(d.received_at) as last
    from seen join delivery d on d.id = seen.delivery_id group by 1
  )
  insert into signal (id, key, ${names}, condition_state, count, first_at, last_at)
  select id, key, ${names}, condition_state, coalesce(counted.count, 0), coalesce(counted.first, at), coalesce(counted.last, at)
  from json_to_recordset($2::json) as given (id uuid, key text, at timestamptz, condition_state text, ${types})
    left join counted on counted.signal_id = given.id
  order by id
  on conflict (id) do update set ${better},
    condition_state = case when 'closed' in (excluded.condition_state, signal.condition_state) then 'closed'
      else coalesce(signal.condition_state, excluded.condition_state) end,
    count = signal.count + excluded.count, first_at = least(signal.first_at, excluded.first_at),
    last_at = greatest(signal.last_at, excluded.last_at)`;

type Told = { signal: ToldSignal; state: ToldSignal['condition_state']; delivery: string; at: Date; by: string[] };

/** Each signal once, as the delivery of the highest rank tells it, with all that tell it. */
function merged(read: readonly (Stored & { outcome: Outcome })[]): Told[] {
  const all = new Map<string, Told>();
  for (const { id: delivery, receivedAt: at, outcome } of read)
    for (const signal of outcome.signals) {
      const known = all.get(signal.id);
      const by = known?.by ?? [];
      by.push(delivery);
      const state = known?.state === 'closed' ? 'closed' : signal.condition_state;
      if (known === undefined || known.signal.rank < signal.rank)
        all.set(signal.id, { signal, state, delivery, at, by });
      else known.state = state ?? known.state;
    }
  return [...all.values()];
}

/**
 * Keeps the signals that deliveries tell, in the caller's transaction. The end is the same in whatever order they are read, together
 * or one by one, once or again. Answers how many different ones they tell.
 */
export async function keepSignals(client: Client, read: readonly (Stored & { outcome: Outcome })[]): Promise<number> {
  const all = merged(read);
  all.sort((a, b) => (a.signal.id < b.signal.id ? -1 : 1));
  for (let from = 0; from < all.length; from += atOnce) {
    const some = all.slice(from, from + atOnce);
    const sightings = some.flatMap(({ signal: { id }, by }) => by.map((delivery) => ({ id, delivery })));
    const rows = some.map(({ signal, state, delivery, at }) => ({
      ...signal,
      condition_state: state,
      delivery_id: delivery,
      at: at.toISOString(),
    }));
    const values = [JSON.stringify(sightings), JSON.stringify(rows)];
    await client.query({ name: 'keep-signals', text: statement, values });
  }
  return all.length;
}
