import type { Policy } from '../../record/policy.ts';
import type { PostmortemRecord } from '../../record/record.ts';
import { ladderOf, type Rung } from '../../reviews/ladder.ts';
import { HindcastError } from '../errors.ts';
import type { IncidentRow } from '../incident/load.ts';
import { currentContent } from '../versions/content.ts';
import type { StoredContext } from '../stored-operation.ts';
import { templateToWrite } from '../template/find.ts';
import type { Answers } from './answers.ts';
import type { Facts } from './facts.ts';
import { workingDays } from './working-day.ts';

/** A look back as it is kept, when anything of it is. */
export type ReviewRow = {
  rung: string;
  version: number;
  day: string | null;
  reason: string | null;
  heldAt: string | null;
  heldBy: string | null;
  facts: Facts | null;
  answers: Answers | null;
};

/** The looks back of an incident, and what they look at. */
export type Reviews = { record: PostmortemRecord; policy: Policy; rungs: Rung[]; rows: Map<string, ReviewRow> };

const statement = `select rung, version, day::text as day, reason, held_at as "heldAt", held_by as "heldBy", facts, answers
  from review where incident_id = $1 order by rung`;

/** Loads the looks back of an incident. */
export async function loadReviews(context: StoredContext, incident: IncidentRow): Promise<Reviews> {
  const [{ record }, { rows }, { workingDay }] = await Promise.all([
    currentContent(context, incident),
    context.database.query<ReviewRow & { heldAt: Date | null }>({ text: statement, values: [incident.id] }),
    workingDays(context),
  ]);
  const { policy } = templateToWrite(incident.template, undefined, context.templates);
  const kept = rows.map((row) => ({ ...row, heldAt: row.heldAt === null ? null : new Date(row.heldAt).toISOString() }));
  const rungs = ladderOf({ record, policy, moved: kept, workingDay });
  // One that was held and that the template has lost since is still what it was.
  for (const { rung, heldAt } of kept)
    if (heldAt !== null && !rungs.some((one) => one.rung === rung))
      rungs.push({ rung, day: heldAt.slice(0, 10), basis: 'agreed' });
  return { record, policy, rungs, rows: new Map(kept.map((row) => [row.rung, row])) };
}

/** What was found, without the incidents that became restricted since: whoever sees this one may not see those. */
export async function shownFacts({ database }: Pick<StoredContext, 'database'>, facts: Facts): Promise<Facts> {
  const numbers = facts.similar.map(({ key }) => key.replace(/^INC-/, ''));
  if (numbers.length === 0) return facts;
  const { rows } = await database.query<{ number: string }>({
    text: 'select number from incident_head where open and number = any($1::bigint[])',
    values: [numbers],
  });
  const open = new Set(rows.map(({ number }) => `INC-${number}`));
  return { ...facts, similar: facts.similar.filter(({ key }) => open.has(key)) };
}

/** @throws HindcastError `review.not-found` */
export function requireRung({ rungs }: Reviews, rung: string): Rung {
  const found = rungs.find((one) => one.rung === rung);
  if (found === undefined) throw new HindcastError('review.not-found', { rung });
  return found;
}
