import { z } from 'zod';
import type { Database } from '../../store/database.ts';
import { enqueueAlone } from '../notice/enqueue.ts';
import { statusPage } from './load.ts';

/** What a subscription by a stranger stands on. */
type Around = { now: string; newId: () => string };

/** Days after which a subscription that nobody confirmed is forgotten. */
const keptDays = 7;
const hourMs = 3_600_000;

const isId = (id: string): boolean => z.guid().safeParse(id).success;

/** Forgets the addresses that nobody confirmed in time. */
export async function forgetUnconfirmed(database: Database, now: string): Promise<void> {
  await database.query({
    text: `delete from subscription where confirmed_at is null and created_at <= $1::timestamptz - make_interval(days => $2)`,
    values: [now, keptDays],
  });
}

/**
 * Keeps an address and asks it, once an hour at most, whether it wants the updates. Says nothing about who is subscribed:
 * whoever asks for any address is answered the same.
 */
export async function subscribe(database: Database, email: string, { now, newId }: Around): Promise<void> {
  const page = await statusPage.of(database);
  if (page === undefined) return;
  await forgetUnconfirmed(database, now);
  await database.query({
    text: `insert into subscription (id, way, address, created_at) values ($1, 'email', $2, $3) on conflict do nothing`,
    values: [newId(), email, now],
  });
  const { rows } = await database.query<{ id: string }>({
    text: `select id from subscription where way = 'email' and lower(address) = lower($1) and confirmed_at is null`,
    values: [email],
  });
  const id = rows[0]?.id;
  if (id === undefined) return;
  const hour = Math.floor(Date.parse(now) / hourMs);
  const values = { page: page.title, path: `/status/confirm/${id}` };
  const key = `status.confirm:${id}:${hour}`;
  await enqueueAlone(database, { now, newId }, [
    { key, kind: 'status.confirm', values, outside: [{ name: id, email }] },
  ]);
}

/** Begins a subscription; false when there is none of that id, or nobody confirmed it in time. */
export async function confirmSubscription(database: Database, id: string, now: string): Promise<boolean> {
  if (!isId(id)) return false;
  const { count } = await database.query({
    text: `update subscription set confirmed_at = coalesce(confirmed_at, $2::timestamptz)
      where id = $1::uuid and (confirmed_at is not null or created_at > $2::timestamptz - make_interval(days => $3))`,
    values: [id, now, keptDays],
  });
  return count === 1;
}

/** Ends a subscription and forgets its address; to do it twice is no mistake. */
export async function endSubscription(database: Database, id: string): Promise<void> {
  if (isId(id)) await database.query({ text: 'delete from subscription where id = $1::uuid', values: [id] });
}
