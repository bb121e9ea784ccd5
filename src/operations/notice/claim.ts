import { sql } from 'kysely';
import type { Database } from '../../store/database.ts';

/** Something that is marked as sending, and by which attempt. */
export type Claimed = {
  id: string;
  noticeId: string;
  way: 'email' | 'slack' | 'webhook';
  receiver: string;
  personId: string | null;
  channelId: string | null;
  incidentId: string | null;
  attempts: number;
  /** From when on it is tried. */
  since: Date;
};

/**
 * Takes what is to be sent next: of the receiver who has waited longest, as much as there is room for. It is marked before anything is sent. `busy` are
 * receivers that get nothing now.
 */
export async function claimNext(
  { kysely }: Database,
  now: string,
  { busy, room }: { busy: readonly string[]; room: (receiver: string) => number },
): Promise<Claimed[]> {
  const next = await sql<{ receiver: string }>`
    select receiver from outgoing where state = 'waiting' and next_at <= ${now}::timestamptz and receiver <> all(${busy}::text[])
    order by next_at limit 1`.execute(kysely);
  const receiver = next.rows[0]?.receiver;
  if (receiver === undefined) return [];
  const { rows } = await sql<Claimed>`
    update outgoing set state = 'sending', sending_at = ${now}::timestamptz, attempts = attempts + 1
    where id in (select id from outgoing where receiver = ${receiver} and state = 'waiting' and next_at <= ${now}::timestamptz
      order by next_at limit ${room(receiver)} for update skip locked)
    returning id, notice_id as "noticeId", way, receiver, person_id as "personId", channel_id as "channelId",
      incident_id as "incidentId", attempts, since`.execute(kysely);
  return rows;
}

/** How long an attempt may take before whoever made it counts as gone; longer than any time limit of sending. */
export const patienceMs = 300_000;

/**
 * Takes up what somebody who is gone was sending: a signed webhook goes again under its id, of anything else nobody knows whether it
 * arrived. Gives how many there were.
 */
export async function takeUpLost({ query }: Database, now: string): Promise<number> {
  const { count } = await query({
    text: `update outgoing set state = case way when 'webhook' then 'waiting' else 'uncertain' end, next_at = $1::timestamptz,
        done_at = case way when 'webhook' then null else $1::timestamptz end, problem = 'the server stopped while it was being sent'
      where state = 'sending' and sending_at < $1::timestamptz - make_interval(secs => $2)`,
    values: [now, patienceMs / 1000],
  });
  return count;
}
