import { sql } from 'kysely';
import { z } from 'zod';
import { ClockId, type ClockMark, type Standing } from '../../clocks/index.ts';
import { actorName } from '../access/actor.ts';
import { HindcastError } from '../errors.ts';
import { loadIncident } from '../incident/load.ts';
import { retried, save } from '../save.ts';
import type { StoredContext } from '../stored-operation.ts';
import { clockNamed, loadClocks } from './load.ts';
import { type ShownClock, shownOf } from './shown.ts';

/** Which clock of which incident, as the caller saw it. */
export const ClockInput = z.strictObject({
  incident: z.string(),
  clock: ClockId,
  /** The version of what was said of it that the caller saw; 0 when nothing was. */
  seen: z.number().int().min(0),
});
export type ClockInput = z.infer<typeof ClockInput>;

/** Who says it, and when. */
export const saidBy = ({ actor, now }: StoredContext): { by: string; saidAt: string } => ({
  by: actorName(actor),
  saidAt: now,
});

/** Clocks of computers go a little apart. */
const leniencyMs = 60_000;

/** @throws HindcastError `clock.future` */
export function requirePast(at: string, now: string): void {
  if (Date.parse(at) > Date.parse(now) + leniencyMs) throw new HindcastError('clock.future', { at });
}

const isSettled = ({ done, applies }: ClockMark): boolean => done !== undefined || applies?.yes === false;

async function changeOnce(
  context: StoredContext,
  operation: string,
  { incident: reference, clock, seen }: ClockInput,
  decide: (standing: Standing) => ClockMark,
): Promise<ShownClock> {
  const incident = await loadIncident(context, reference, 'clock.settle');
  const loaded = await loadClocks(context, incident.id);
  const standing = clockNamed(loaded, clock);
  const version = loaded.kept.get(clock)?.version ?? 0;
  if (version !== seen)
    throw new HindcastError(
      'record.conflict',
      { path: `clock/${clock}`, seen: String(seen), version: String(version) },
      { data: { path: clock, yours: null, theirs: standing.mark, version } },
    );
  const mark = decide(standing);
  const [json, settled] = [JSON.stringify(mark), isSettled(mark)];
  await save(context, {
    operation,
    incidentId: incident.id,
    subject: `clock/${clock}`,
    payload: { clock, mark, version: seen + 1 },
    changes: [
      {
        statement:
          seen === 0
            ? sql`insert into clock_mark (incident_id, clock, value, settled)
                values (${incident.id}::uuid, ${clock}, ${json}::json, ${settled}) on conflict do nothing`
            : sql`update clock_mark set value = ${json}::json, settled = ${settled}, version = version + 1
                where incident_id = ${incident.id}::uuid and clock = ${clock} and version = ${seen}`,
      },
    ],
    result: { clock, version: seen + 1 },
  });
  const after = await loadClocks(context, incident.id);
  return shownOf(clockNamed(after, clock), after.kept.get(clock)?.version ?? seen + 1);
}

/** Changes what is said of a clock, and gives the clock as it stands then. @throws HindcastError `record.conflict`, `clock.not-found` */
export const changeMark = (
  context: StoredContext,
  operation: string,
  input: ClockInput,
  decide: (standing: Standing) => ClockMark,
): Promise<ShownClock> => retried(() => changeOnce(context, operation, input, decide));
