import { sql } from 'kysely';
import { z } from 'zod';
import { newSecret, secretHash } from '../access/secret.ts';
import { save } from '../save.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';

const Input = z.strictObject({});
const Made = z.object({
  id: z.string(),
  /** Where a program for calendars reads; shown only now. */
  address: z.string().optional(),
});

const keep = (context: StoredContext, hash: Uint8Array | null) => ({
  // Who never chose anything has what holds for everybody; version 0 becomes 1 with it.
  statement: sql`insert into preference (person_id, value, calendar_hash) values (${context.actor.id}::uuid, 'null', ${hash}::bytea)
    on conflict (person_id) do update set calendar_hash = excluded.calendar_hash`,
});

export const makeCalendarAddress: StoredOperation<z.infer<typeof Input>, z.infer<typeof Made>> = {
  name: 'preference.calendar',
  sentence: 'Make a secret address at which a program for calendars reads what is due of yours; one before it ends.',
  permission: 'self.change',
  effect: 'write',
  input: Input,
  output: Made,
  route: { method: 'POST', path: '/preference/calendar' },
  run: async (context) => {
    const token = newSecret();
    const id = context.newId();
    const kept = await save(context, {
      operation: 'preference.calendar',
      subject: `person/${context.actor.id}`,
      payload: {},
      changes: [keep(context, secretHash(token))],
      result: { id },
    });
    // A repeated call made no address.
    return kept.id === id ? { id, address: `${context.origin}/calendar/${token}.ics` } : kept;
  },
};

export const endCalendarAddress: StoredOperation<z.infer<typeof Input>, { ended: true }> = {
  name: 'preference.end-calendar',
  sentence: 'End the address at which programs read what is due of yours.',
  permission: 'self.change',
  effect: 'destructive',
  input: Input,
  output: z.object({ ended: z.literal(true) }),
  route: { method: 'DELETE', path: '/preference/calendar' },
  run: (context) =>
    save(context, {
      operation: 'preference.end-calendar',
      subject: `person/${context.actor.id}`,
      payload: {},
      changes: [keep(context, null)],
      result: { ended: true as const },
    }),
};
