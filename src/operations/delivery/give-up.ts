import type { Database } from '../../store/database.ts';

/** Ends the waiting of a delivery that a reader did not survive, so that the others are read. */
export async function giveUpReading(database: Database, id: string, now: string, reason: string): Promise<void> {
  await database.query({
    text: `with gone as (delete from delivery_waiting where delivery_id = $1 returning delivery_id),
        ended as (insert into reading (delivery_id, at, reason) select delivery_id, $2, $3 from gone
          on conflict (delivery_id) do update set at = excluded.at, reason = excluded.reason returning delivery_id)
      update hook_tally set received = received + 1, unread = unread + 1
      from ended join delivery d on d.id = ended.delivery_id where hook_tally.hook_id = d.hook_id`,
    values: [id, now, reason],
    once: true,
  });
}
