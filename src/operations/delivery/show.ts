import { z } from 'zod';
import type { StoredOperation } from '../stored-operation.ts';
import { bodyOf, shownText } from './body.ts';
import { Delivery, loadDelivery } from './load.ts';

const Input = z.strictObject({ delivery: z.string().max(20) });

const Ignored = z.object({ what: z.string(), why: z.string(), where: z.string(), count: z.number().int() });

const Shown = Delivery.extend({
  headers: z.record(z.string(), z.string()),
  /** The original as it is stored; the first part of a long one. */
  text: z.string().nullable(),
  /** True when `text` is not all of it. */
  isCut: z.boolean(),
  /** What the reading left out, and why. */
  ignored: z.array(Ignored),
  /** The first of the signals that it tells, each with its place in it. */
  told: z.array(z.object({ id: z.string(), at: z.string(), text: z.string(), incident: z.string().nullable() })),
});
export type Shown = z.infer<typeof Shown>;

/** Signals that are shown. */
const mostTold = 200;

export const showDelivery: StoredOperation<z.infer<typeof Input>, Shown> = {
  name: 'delivery.show',
  sentence: 'Show a delivery: the original as it is stored, what was read of it, what was ignored and what was masked.',
  permission: 'hook.see',
  effect: 'read',
  input: Input,
  output: Shown,
  route: { method: 'GET', path: '/deliveries/{delivery}' },
  run: async (context, { delivery: id }) => {
    const { kysely } = context.database;
    const delivery = await loadDelivery(context, id);
    const kept = await kysely
      .selectFrom('delivery')
      .leftJoin('reading', 'reading.delivery_id', 'delivery.id')
      .select(['delivery.headers', 'delivery.body', 'delivery.sha256', 'reading.ignored'])
      .where('delivery.id', '=', delivery.id)
      .executeTakeFirstOrThrow();
    const told = await kysely
      .selectFrom('sighting')
      .innerJoin('signal', 'signal.id', 'sighting.signal_id')
      .select(['signal.id', 'signal.epoch_ms', 'signal.text', 'signal.incident_id'])
      .where('sighting.delivery_id', '=', delivery.id)
      .orderBy('signal.epoch_ms')
      .orderBy('signal.id')
      .limit(mostTold)
      .execute();
    const { sha256, body } = kept;
    const original =
      sha256 === null ? { text: null, isCut: false } : shownText(await bodyOf(context.evidence, { body, sha256 }));
    return {
      ...delivery,
      headers: kept.headers as Record<string, string>,
      ...original,
      ignored: (kept.ignored ?? []) as Shown['ignored'],
      told: told.map((row) => ({
        id: row.id,
        at: new Date(row.epoch_ms).toISOString(),
        text: row.text,
        incident: row.incident_id,
      })),
    };
  },
};
