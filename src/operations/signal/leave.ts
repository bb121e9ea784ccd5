import { sql } from 'kysely';
import { z } from 'zod';
import { loadIncident } from '../incident/load.ts';
import { rewriteIncident } from '../lifecycle/rewrite-incident.ts';
import { loadParts } from '../part/load.ts';
import { retried, save } from '../save.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { entriesOf } from './entries-of.ts';
import { loadSignals, signalsOf } from './load.ts';
import { timelineChanges } from './timeline-changes.ts';

const Input = z.strictObject({ incident: z.string(), signals: z.array(z.guid()).min(1).max(5000) });
type Input = z.infer<typeof Input>;

const Left = z.object({
  left: z.number().int(),
  /** Events of the timeline that went, and that changed; those that somebody changed by hand stay. */
  removed: z.array(z.string()),
  changed: z.array(z.string()),
});
type Left = z.infer<typeof Left>;

async function leaveOnce(context: StoredContext, { incident: reference, signals: ids }: Input): Promise<Left> {
  const incident = await loadIncident(context, reference, 'incident.edit');
  const named = await loadSignals(context, [...new Set(ids)]);
  const leaving = named.filter(({ incidentId }) => incidentId === incident.id);
  if (leaving.length === 0) return { left: 0, removed: [], changed: [] };
  const gone = new Set(leaving.map(({ id }) => id));
  const staying = (await signalsOf(context, incident.id)).filter(({ id }) => !gone.has(id));
  const timeline = (await loadParts(context, incident.id)).filter(({ key }) => key === 'timeline');
  const entries = new Set(leaving.flatMap(({ entryId }) => (entryId === null ? [] : [entryId])));
  const { changes, removed, changed } = timelineChanges(incident.id, timeline, entriesOf(staying), entries);
  const result = { left: leaving.length, removed, changed };
  return save(context, {
    operation: 'signal.leave',
    incidentId: incident.id,
    subject: 'timeline',
    payload: { signals: [...gone], removed, changed },
    changes: [
      ...changes,
      {
        rows: gone.size,
        // It stays decided: rules do not bring back what a person took out.
        statement: sql`update signal set incident_id = null, entry_id = null, told = null, decided_at = ${context.now}::timestamptz,
            decision = ${JSON.stringify({ left: incident.id })}::json
          where id = any(${[...gone]}::uuid[]) and incident_id = ${incident.id}::uuid`,
      },
      rewriteIncident(incident, incident.template),
    ],
    result,
  });
}

export const leaveSignals: StoredOperation<Input, Left> = {
  name: 'signal.leave',
  sentence: 'Take signals out of an incident, with their events of the timeline; rules do not bring them back.',
  permission: 'incident.edit',
  effect: 'write',
  input: Input,
  output: Left,
  route: { method: 'POST', path: '/incidents/{incident}/signals/leave' },
  run: (context, input) => retried(() => leaveOnce(context, input)),
};
