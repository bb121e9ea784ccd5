import { z } from 'zod';
import { draftRecord } from '../../drafting/index.ts';
import type { TimelineEvent } from '../../record/timeline.ts';
import { requirePermission } from '../access/require.ts';
import { HindcastError } from '../errors.ts';
import { loadIncident } from '../incident/load.ts';
import { saveEdit } from '../lifecycle/save-edit.ts';
import { assemble } from '../part/assemble.ts';
import { batchRoot } from '../part/batch-root.ts';
import { batchId, positionOf } from '../part/entry-operations.ts';
import { loadParts } from '../part/load.ts';
import { entryId, insertEntries } from '../part/statements.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { loadAttached } from './item.ts';
import { readSource } from './read-source.ts';

const Input = z.strictObject({
  incident: z.string(),
  /** Its id or its SHA-256. */
  evidence: z.string().max(64),
});

const Output = z.object({
  /** Which sources read it. */
  sources: z.array(z.string()),
  /** Ids of the timeline events that were added. */
  ids: z.array(z.string()),
  /** Events that the timeline had from this evidence already. */
  known: z.number().int(),
  /** What was left out or not understood, and why. */
  ignored: z.array(z.object({ what: z.string(), why: z.string(), count: z.number().int() })),
  /** Secrets that were masked. */
  masked: z.number().int(),
});
type Output = z.infer<typeof Output>;

/** Events of one original that are added at once. */
const mostEvents = 20_000;

/** The events that the timeline does not have, without milestones that another event of it is already. */
function newEvents(timeline: readonly TimelineEvent[], drafted: readonly TimelineEvent[]): TimelineEvent[] {
  const places = new Set(timeline.map(({ evidence }) => evidence));
  const reached = new Set(timeline.map(({ milestone }) => milestone));
  return drafted
    .filter(({ evidence }) => !places.has(evidence))
    .map((event) => {
      if (!reached.has(event.milestone)) return event;
      const { milestone: _, inferred: _inferred, inferredFrom: _from, ...plain } = event;
      return plain;
    });
}

export const draftEvidence: StoredOperation<z.infer<typeof Input>, Output> = {
  name: 'evidence.draft',
  sentence: 'Add what an original says to the timeline: Alertmanager, Slack or kubectl events, each pointing into it.',
  permission: 'incident.edit',
  effect: 'write',
  input: Input,
  output: Output,
  route: { method: 'POST', path: '/incidents/{incident}/evidence/{evidence}/draft' },
  run: async (context, { incident: reference, evidence }) => {
    const incident = await loadIncident(context, reference, 'incident.edit');
    // A token that may write and not see evidence does not get to see it this way.
    requirePermission(context, 'evidence.see', { member: true });
    const item = await loadAttached(context, incident.id, evidence);
    const { readings, refused } = await readSource(context, item);
    const { timeline: drafted = [] } = draftRecord(readings, { now: context.now });
    if (drafted.length > mostEvents)
      throw new HindcastError('evidence.unreadable', {
        file: item.name,
        reason: `it holds ${drafted.length} events, and ${mostEvents} are taken at once`,
        advice: 'Give the days or the channel of the incident alone.',
      });
    const { record } = assemble(await loadParts(context, incident.id));
    const entries = newEvents(record.timeline ?? [], drafted);
    const batch = batchId(context);
    const result: Output = {
      sources: [...new Set(readings.map(({ source }) => source))],
      ids: entries.map((_, index) => entryId(batch, index + 1)),
      known: drafted.length - entries.length,
      ignored: [...refused, ...readings.flatMap(({ ignored }) => ignored)].map(({ what, why, count }) => ({
        what,
        why,
        count,
      })),
      masked: readings.reduce((sum, { masked }) => sum + masked, 0),
    };
    if (entries.length === 0) return result;
    return saveEdit(context, incident, {
      operation: 'evidence.draft',
      subject: `timeline/${batch}`,
      payload: {
        evidence: item.sha256,
        sources: result.sources,
        batch,
        count: entries.length,
        ...batchRoot(entries, context.random(16)),
      },
      changes: [insertEntries(incident.id, 'timeline', { batch, position: positionOf(context), entries })],
      result,
    });
  },
};
