import { sql } from 'kysely';
import { z } from 'zod';
import { actorName } from '../access/actor.ts';
import { HindcastError } from '../errors.ts';
import { loadIncident } from '../incident/load.ts';
import { retried, save } from '../save.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { Answers } from './answers.ts';
import { findFacts } from './find-facts.ts';
import { loadReviews, requireRung, type ReviewRow } from './load.ts';
import { daysBetween, RungInput } from './rung.ts';

const Day = z.iso.date('is a day as 2027-03-01');

const Input = RungInput.extend({
  answers: Answers,
  /** Agrees on another look back, on this day. */
  next: Day.optional(),
});
type Input = z.infer<typeof Input>;

const Held = z.object({ rung: z.string(), heldAt: z.string(), next: z.string().nullable() });
type Held = z.infer<typeof Held>;

/** @throws HindcastError `review.held` */
export function requireNotHeld(row: ReviewRow | undefined, rung: string): void {
  if (row === undefined || row.heldAt === null) return;
  throw new HindcastError('review.held', { rung, day: row.heldAt.slice(0, 10) });
}

function requireSense({ now }: StoredContext, { next, answers: { late } }: Input, day: string): void {
  const invalid = (reason: string) => new HindcastError('input.invalid', { operation: 'review.hold', reason });
  if (next !== undefined && next <= now.slice(0, 10)) throw invalid('next: is a day after today');
  if (daysBetween(day, now.slice(0, 10)) > 0 && late === '') throw invalid('late: says why it is held after its day');
}

async function hold(context: StoredContext, input: Input): Promise<Held> {
  const { incident: reference, rung, answers, next } = input;
  const incident = await loadIncident(context, reference, 'review.hold');
  return retried(async () => {
    const reviews = await loadReviews(context, incident);
    const { day } = requireRung(reviews, rung);
    const row = reviews.rows.get(rung);
    requireNotHeld(row, rung);
    if (day === undefined) throw new HindcastError('review.early', { rung });
    requireSense(context, input, day);
    const facts = await findFacts(context, incident, reviews.record, reviews.policy);
    const { now, actor } = context;
    const by = actorName(actor);
    // Its day is kept with it: a ladder that changes later makes nothing late that was in time.
    const statement = sql`insert into review (incident_id, rung, day, held_at, held_by, facts, answers)
      values (${incident.id}::uuid, ${rung}, ${day}::date, ${now}::timestamptz, ${by}, ${JSON.stringify(facts)}::json, ${JSON.stringify(answers)}::json)
      on conflict (incident_id, rung) do update set held_at = excluded.held_at, held_by = excluded.held_by, day = excluded.day,
        facts = excluded.facts, answers = excluded.answers, version = review.version + 1
      where review.held_at is null and review.version = ${row?.version ?? 0}`;
    const agreed = next === undefined ? [] : [agree(incident.id, next)];
    return save(context, {
      operation: 'review.hold',
      incidentId: incident.id,
      subject: `review/${rung}`,
      payload: { rung, day, answers, facts, next: next ?? null },
      changes: [
        { statement },
        {
          statement: sql`delete from review_day where incident_id = ${incident.id}::uuid and rung = ${rung}`,
          rows: 'any',
        },
        ...agreed,
      ],
      result: { rung, heldAt: now, next: next ?? null },
    });
  });
}

/** Another look back on a day; the same one when it was agreed on before. */
const agree = (incidentId: string, day: string) => ({
  rows: 'any' as const,
  statement: sql`insert into review (incident_id, rung, day) values (${incidentId}::uuid, ${`on:${day}`}, ${day}::date)
    on conflict do nothing`,
});

export const holdReview: StoredOperation<Input, Held> = {
  name: 'review.hold',
  sentence:
    'Hold a look back: what the records say is computed and kept, beside whether it worked and what was decided.',
  permission: 'review.hold',
  effect: 'write',
  input: Input,
  output: Held,
  route: { method: 'POST', path: '/incidents/{incident}/looks-back/{rung}/hold' },
  settled: true,
  run: hold,
};
