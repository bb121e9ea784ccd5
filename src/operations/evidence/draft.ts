import { z } from 'zod';
import { draftRecord } from '../../drafting/index.ts';
import type { TimelineEvent } from '../../record/timeline.ts';
import { requirePermission } from '../access/require.ts';
import { newEvents } from '../draft/plan.ts';
import { HindcastError } from '../errors.ts';
import { type IncidentRow, loadIncident } from '../incident/load.ts';
import { rewriteIncident } from '../lifecycle/rewrite-incident.ts';
import { arrivingEvents } from '../part/arriving-events.ts';
import { assemble } from '../part/assemble.ts';
import { batchRoot } from '../part/batch-root.ts';
import { loadParts } from '../part/load.ts';
import { requireRoom } from '../part/require-room.ts';
import { unpack } from '../part/unpack.ts';
import { retried, save } from '../save.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
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

type Read = Pick<Output, 'sources' | 'ignored' | 'masked'> & { sha256: string; drafted: TimelineEvent[] };

async function readEvents(context: StoredContext, incident: IncidentRow, evidence: string): Promise<Read> {
  const item = await loadAttached(context, incident.id, evidence);
  const { readings, refused } = await readSource(context, item);
  const { timeline: drafted = [] } = draftRecord(readings, { now: context.now });
  if (drafted.length > mostEvents)
    throw new HindcastError('evidence.unreadable', {
      file: item.name,
      reason: `it holds ${drafted.length} events, and ${mostEvents} are taken at once`,
      advice: 'Give the days or the channel of the incident alone.',
    });
  const ignored = [...refused, ...readings.flatMap((reading) => reading.ignored)];
  return {
    sha256: item.sha256,
    drafted,
    sources: [...new Set(readings.map(({ source }) => source))],
    ignored: ignored.map(({ what, why, count }) => ({ what, why, count })),
    masked: readings.reduce((sum, { masked }) => sum + masked, 0),
  };
}

/** Adds what the timeline does not have. Two who do so at once take turns at the incident's version: the second finds it there. */
async function addEvents(context: StoredContext, reference: string, read: Read): Promise<Output> {
  const incident = await loadIncident(context, reference, 'incident.edit');
  const { sha256, drafted, ...told } = read;
  const parts = await loadParts(context, incident.id);
  const events = newEvents(assemble(parts).record.timeline ?? [], drafted);
  const texts = events.map((entry) => JSON.stringify(entry));
  const { batch, ids, changes, moved } = arrivingEvents(context, incident.id, parts, events);
  const result: Output = { ...told, ids, known: drafted.length - texts.length };
  if (texts.length === 0) return result;
  await requireRoom(context, incident.id, 'timeline', texts.length);
  await unpack(context, incident.id, moved);
  const root = batchRoot(texts, context.random(16));
  return save(context, {
    operation: 'evidence.draft',
    incidentId: incident.id,
    subject: `timeline/${batch}`,
    payload: { evidence: sha256, sources: told.sources, batch, count: texts.length, ...root },
    changes: [...changes, rewriteIncident(incident, incident.template)],
    result,
  });
}

export const draftEvidence: StoredOperation<z.infer<typeof Input>, Output> = {
  name: 'evidence.draft',
  sentence: 'Add what an original says to the timeline: alerts, chats, logs, tables; each event points into it.',
  permission: 'incident.edit',
  effect: 'write',
  input: Input,
  output: Output,
  route: { method: 'POST', path: '/incidents/{incident}/evidence/{evidence}/draft' },
  run: async (context, { incident: reference, evidence }) => {
    const incident = await loadIncident(context, reference, 'incident.edit');
    // A token that may write and not see evidence does not get to see it this way.
    requirePermission(context, 'evidence.see', { member: true });
    const read = await readEvents(context, incident, evidence);
    return retried(() => addEvents(context, reference, read));
  },
};
