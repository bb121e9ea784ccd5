import type { Database } from '../database.ts';

/** A delivery that was not taken, and why. */
export type Refused = { hookId: string; receivedAt: string; headers: string; bytes: number; reason: string };

/** Keeps that a delivery was refused, without its body, and counts it. */
export async function noteRefused(database: Database, refused: Refused): Promise<void> {
  const { hookId, receivedAt, headers, bytes, reason } = refused;
  await database.query({
    text: `with noted as (
        insert into delivery (hook_id, received_at, headers, bytes, refused) values ($1, $2, $3, $4, $5) returning hook_id, received_at
      )
      update hook_tally set refused = refused + 1, last_at = greatest(last_at, noted.received_at)
      from noted where hook_tally.hook_id = noted.hook_id`,
    values: [hookId, receivedAt, headers, bytes, reason],
    once: true,
  });
}
