import { sql } from 'kysely';
import { z } from 'zod';
import type { Database } from '../../store/database.ts';
import { HindcastError } from '../errors.ts';
import type { StoredContext } from '../stored-operation.ts';

/** How a delivery stands: taken and not read yet, read, taken and not understood, or not taken. */
export const deliveryStates = ['waiting', 'read', 'unread', 'refused'] as const;

/** A delivery as lists show it. */
export const Delivery = z.object({
  id: z.string(),
  hook: z.string(),
  receivedAt: z.string(),
  state: z.enum(deliveryStates),
  /** Why it was refused or could not be read. */
  reason: z.string().nullable(),
  bytes: z.number().int(),
  /** SHA-256 of what is stored, under which incidents have it as evidence. */
  sha256: z.string().nullable(),
  /** Signals that it tells. */
  signals: z.number().int(),
  /** How often it came again, and when last. */
  repeats: z.number().int(),
  repeatedAt: z.string().nullable(),
  /** What was masked before it was stored: kind to count. */
  masked: z.record(z.string(), z.number()),
});
export type Delivery = z.infer<typeof Delivery>;

const state = sql<Delivery['state']>`case when delivery.refused is not null then 'refused'
  when waiting.delivery_id is not null then 'waiting' when reading.reason is not null then 'unread' else 'read' end`;

/** Deliveries with how they stand. */
export const deliveryQuery = ({ kysely }: Database) =>
  kysely
    .selectFrom('delivery')
    .leftJoin('reading', 'reading.delivery_id', 'delivery.id')
    .leftJoin('delivery_waiting as waiting', 'waiting.delivery_id', 'delivery.id')
    .select(['delivery.id', 'delivery.hook_id', 'delivery.received_at', 'delivery.bytes', 'delivery.sha256'])
    .select(['delivery.repeats', 'delivery.repeated_at', 'delivery.masked', 'reading.signals'])
    .select(sql<string | null>`coalesce(delivery.refused, reading.reason)`.as('reason'))
    .select(state.as('state'));

type Row = Awaited<ReturnType<ReturnType<typeof deliveryQuery>['executeTakeFirstOrThrow']>>;

/** A row as its output. */
export const deliveryOf = (row: Row): Delivery => ({
  id: row.id,
  hook: row.hook_id,
  receivedAt: row.received_at.toISOString(),
  state: row.state,
  reason: row.reason,
  bytes: row.bytes,
  sha256: row.sha256 === null ? null : Buffer.from(row.sha256).toString('hex'),
  signals: row.signals ?? 0,
  repeats: row.repeats,
  repeatedAt: row.repeated_at?.toISOString() ?? null,
  masked: (row.masked ?? {}) as Record<string, number>,
});

const number = /^\d{1,15}$/;

/** One delivery by its id. @throws HindcastError `delivery.not-found` */
export async function loadDelivery({ database }: StoredContext, id: string): Promise<Delivery> {
  const row = number.test(id)
    ? await deliveryQuery(database).where('delivery.id', '=', id).executeTakeFirst()
    : undefined;
  if (row === undefined) throw new HindcastError('delivery.not-found', { id });
  return deliveryOf(row);
}
