import { sql } from 'kysely';
import { z } from 'zod';
import { partSchema } from '../../record/field-at.ts';
import type { Moment } from '../../record/moment.ts';
import { strict } from '../../record/strict.ts';
import { loadIncident } from '../incident/load.ts';
import { saveEdit } from '../lifecycle/save-edit.ts';
import { retried } from '../save.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { positionOf } from './entry-operations.ts';
import { requireRoom } from './require-room.ts';
import { insertParts } from './statements.ts';

/** Steps that one call may bring. */
const mostSteps = 500;

const Entry = strict(partSchema('steps') as z.ZodType<{ at?: Moment }>);
const Input = z.strictObject({
  incident: z.string(),
  steps: z
    .array(
      z.strictObject({
        /** Names the step for good: one that is there is not added again. */
        key: z.string().regex(/^[\w-]{1,56}$/, 'is up to 56 letters, digits, _ and -'),
        step: Entry,
      }),
    )
    .min(1)
    .max(mostSteps),
});
type Input = z.infer<typeof Input>;

const Recorded = z.object({
  /** How many were added. */
  added: z.number().int(),
  /** How many were there already. */
  known: z.number().int(),
});
type Recorded = z.infer<typeof Recorded>;

const idOf = (key: string): string => `rec-${key}`;

/** Steps stand in the order of their times, so that what was sent late stands where it belongs. */
export function stepPosition({ at }: { at?: Moment }, context: StoredContext): number {
  const time = Date.parse(at?.at ?? '');
  const now = Date.parse(context.now);
  const usable = Number.isFinite(time) && time <= now && time > 0;
  return positionOf({ now: new Date(usable ? time : now).toISOString() });
}

async function knownIds({ database }: StoredContext, incidentId: string, ids: string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`select id from kept_part where incident_id = ${incidentId}::uuid
    and key = 'steps' and id = any(${ids}::text[])`.execute(database.kysely);
  return new Set(rows.map(({ id }) => id));
}

function record(context: StoredContext, { incident: reference, steps }: Input): Promise<Recorded> {
  const all = [...new Map(steps.map(({ key, step }) => [idOf(key), step])).entries()];
  return retried(async () => {
    const incident = await loadIncident(context, reference, 'incident.edit');
    const known = await knownIds(
      context,
      incident.id,
      all.map(([id]) => id),
    );
    const fresh = all.filter(([id]) => !known.has(id));
    const result = { added: fresh.length, known: all.length - fresh.length };
    if (fresh.length === 0) return result;
    await requireRoom(context, incident.id, 'steps', fresh.length);
    const parts = fresh.map(([id, value], index) => {
      // Those of one millisecond stand in the order that their keys tell, in whatever batches they come.
      const number = /-(\d{1,12})$/.exec(id)?.[1] ?? index;
      const position = stepPosition(value, context) + (Number(number) % 1000) / 1024;
      return { key: 'steps', id, position, value, touched: {}, version: 1 };
    });
    return saveEdit(context, incident, {
      operation: 'steps.record',
      subject: 'steps',
      payload: { set: [], remove: [], add: fresh.map(([id, entry]) => ({ key: 'steps', id, entry })) },
      changes: [insertParts(incident.id, parts)],
      result,
    });
  });
}

/** Adds steps that a recorder saw; see docs/recorder.md. */
export const recordSteps: StoredOperation<Input, Recorded> = {
  name: 'steps.record',
  sentence: `Add up to ${mostSteps} resolution steps that a recorder saw, each once, in the order of their times.`,
  permission: 'incident.edit',
  effect: 'write',
  input: Input,
  output: Recorded,
  route: { method: 'POST', path: '/incidents/{incident}/steps/record' },
  run: record,
};
