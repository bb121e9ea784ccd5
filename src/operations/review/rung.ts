import { z } from 'zod';
import { actorNames } from '../history/actor-names.ts';
import type { StoredContext } from '../stored-operation.ts';
import { Answers } from './answers.ts';
import { Facts } from './facts.ts';
import { type Reviews, shownFacts } from './load.ts';

const RungName = z.string().min(1).max(60);

/** One look back of one incident. */
export const RungInput = z.strictObject({
  incident: z.string(),
  /** 1w, 1mo, 30d, next, on:2027-03-01: as `review.show` names it. */
  rung: RungName,
});

/** How a look back stands: `planned` is one whose day is not known yet. */
export const reviewStates = ['held', 'late', 'due', 'coming', 'planned'] as const;

/** A look back as the ladder shows it. */
export const ShownRung = z.object({
  rung: RungName,
  state: z.enum(reviewStates),
  /** The day by which it is to be held; null while nobody said when the incident ended. */
  day: z.string().nullable(),
  basis: z.enum(['template', 'document', 'moved', 'agreed']),
  about: z.string().nullable(),
  /** Why it was moved. */
  reason: z.string().nullable(),
  /** To be named when it is changed; 0 for one that nobody touched. */
  version: z.number().int(),
  held: z
    .object({
      at: z.string(),
      by: z.object({ id: z.string(), name: z.string() }),
      /** Whole days after its day; 0 when it was in time. */
      lateDays: z.number().int(),
      answers: Answers,
      facts: Facts,
    })
    .nullable(),
});
export type ShownRung = z.infer<typeof ShownRung>;

const dayMs = 86_400_000;
/** A look back is due from a week before its day. */
const aheadMs = 7 * dayMs;

/** Whole days from one day to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / dayMs);

/** How one that was not held stands on a day. */
export function standsAs(day: string | null, today: string): Exclude<ShownRung['state'], 'held'> {
  if (day === null) return 'planned';
  const left = daysBetween(today, day);
  return left < 0 ? 'late' : left * dayMs <= aheadMs ? 'due' : 'coming';
}

/** The ladder of an incident as it is shown, the first first. */
export async function shownRungs(context: StoredContext, { rungs, rows }: Reviews): Promise<ShownRung[]> {
  const names = await actorNames(
    context,
    [...rows.values()].flatMap(({ heldBy }) => heldBy ?? []),
  );
  const shown = new Map<string, Facts>();
  for (const { rung, facts } of rows.values()) if (facts !== null) shown.set(rung, await shownFacts(context, facts));
  return rungs.map(({ rung, day = null, basis, about = null }) => {
    const row = rows.get(rung);
    const { heldAt = null, heldBy = null, answers = null, reason = null, version = 0 } = row ?? {};
    const facts = shown.get(rung) ?? null;
    const isHeld = heldAt !== null && heldBy !== null && facts !== null && answers !== null;
    const held = isHeld
      ? {
          at: heldAt,
          by: { id: heldBy, name: names.get(heldBy) ?? heldBy },
          lateDays: day === null ? 0 : Math.max(0, daysBetween(day, heldAt.slice(0, 10))),
          answers,
          facts,
        }
      : null;
    const state = held === null ? standsAs(day, context.now.slice(0, 10)) : 'held';
    return { rung, state, day, basis, about, reason, version, held };
  });
}
