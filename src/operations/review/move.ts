import { sql } from 'kysely';
import { z } from 'zod';
import { loadIncident } from '../incident/load.ts';
import { HindcastError } from '../errors.ts';
import { retried, save } from '../save.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { loadReviews, requireRung } from './load.ts';
import { requireNotHeld } from './hold.ts';
import { RungInput } from './rung.ts';

const Input = RungInput.extend({
  /** The day by which it is to be held. */
  day: z.iso.date('is a day as 2027-03-01'),
  /** Why. */
  reason: z.string().trim().min(1, 'says why').max(2000),
  /** The version that the caller saw; 0 for one that nobody touched. */
  seen: z.number().int().min(0).max(2_000_000_000),
});

const Moved = z.object({ rung: z.string(), day: z.string(), version: z.number().int() });

export const moveReview: StoredOperation<z.infer<typeof Input>, z.infer<typeof Moved>> = {
  name: 'review.move',
  sentence: 'Move a look back to another day, or agree on one more (`on:` and its day), saying why.',
  permission: 'review.hold',
  effect: 'write',
  input: Input,
  output: Moved,
  route: { method: 'POST', path: '/incidents/{incident}/looks-back/{rung}/move' },
  run: async (context, { incident: reference, rung, day, reason, seen }) => {
    const incident = await loadIncident(context, reference, 'review.hold');
    return retried(async () => {
      const reviews = await loadReviews(context, incident);
      if (rung !== `on:${day}`) requireRung(reviews, rung);
      const row = reviews.rows.get(rung);
      requireNotHeld(row, rung);
      const version = row?.version ?? 0;
      if (version !== seen)
        throw new HindcastError(
          'record.conflict',
          { path: `review/${rung}`, seen: String(seen), version: String(version) },
          { data: { path: 'day', yours: day, theirs: row?.day ?? null, version } },
        );
      const before = reviews.rungs.find((one) => one.rung === rung)?.day ?? null;
      return save(context, {
        operation: 'review.move',
        incidentId: incident.id,
        subject: `review/${rung}`,
        payload: { rung, before, day, reason },
        changes: [
          {
            statement: sql`insert into review (incident_id, rung, day, reason)
              values (${incident.id}::uuid, ${rung}, ${day}::date, ${reason})
              on conflict (incident_id, rung) do update set day = excluded.day, reason = excluded.reason, version = review.version + 1
              where review.held_at is null and review.version = ${version}`,
          },
        ],
        result: { rung, day, version: version + 1 },
      });
    });
  },
};
