import { z } from 'zod';
import { draftRecord } from '../../drafting/index.ts';
import type { PostmortemRecord } from '../../record/record.ts';
import { requirePermission } from '../access/require.ts';
import { HindcastError } from '../errors.ts';
import { type IncidentRow, loadIncident } from '../incident/load.ts';
import { rewriteIncident } from '../lifecycle/rewrite-incident.ts';
import { assemble, type Part } from '../part/assemble.ts';
import { arrivingEvents } from '../part/arriving-events.ts';
import { loadParts } from '../part/load.ts';
import { requireRoom } from '../part/require-room.ts';
import { unpack } from '../part/unpack.ts';
import { retried, save } from '../save.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { partChanges } from './changes.ts';
import { type Drafted, type DraftPlan, planDraft } from './plan.ts';
import { type AllReadings, readAttached } from './readings.ts';
import { relatedTo } from './related.ts';

/** Events that are added at once. */
const mostEvents = 20_000;

const Input = z.strictObject({ incident: z.string() });
type Input = z.infer<typeof Input>;

const Reason = z.object({ what: z.string(), why: z.string(), count: z.number().int() });
const Output = z.object({
  /** Which sources read the evidence. */
  sources: z.array(z.string()),
  /** Fields and lists that were written: they were empty, or as an earlier draft had left them. */
  written: z.array(z.string()),
  /** What the evidence says something else of, and a person wrote: it stays. */
  kept: z.array(z.string()),
  /** Events that came to the timeline. */
  events: z.number().int(),
  /** What the evidence leaves open. */
  questions: z.number().int(),
  /** Secrets that were masked. */
  masked: z.number().int(),
  /** What was left out or not understood, and why. */
  ignored: z.array(Reason),
  /** Originals that no source can read. */
  unread: z.array(z.object({ name: z.string(), why: z.string() })),
});
type Output = z.infer<typeof Output>;

async function draftedBefore({ database }: StoredContext, incidentId: string): Promise<Drafted> {
  const rows = await database.kysely.selectFrom('drafted').selectAll().where('incident_id', '=', incidentId).execute();
  return new Map(rows.map(({ path, sha256 }) => [path, sha256]));
}

async function saveDraft(
  context: StoredContext,
  incident: IncidentRow,
  parts: readonly Part[],
  plan: DraftPlan,
  output: Output,
): Promise<Output> {
  const { groups, lists, timeline } = plan;
  if (groups.length + lists.length + timeline.length === 0) return output;
  await requireRoom(context, incident.id, 'timeline', timeline.length);
  const arrived = arrivingEvents(context, incident.id, parts, timeline);
  const packed = [...lists.flatMap(({ before }) => before), ...arrived.moved];
  await unpack(context, incident.id, packed);
  return save(context, {
    operation: 'incident.draft',
    incidentId: incident.id,
    subject: 'document',
    payload: {
      set: groups.map(({ key, value }) => ({ key, value })),
      lists: lists.map(({ key, values }) => ({ key, values })),
      timeline: timeline.map((event, index) => ({ id: arrived.ids[index], event })),
    },
    changes: [
      rewriteIncident(incident, incident.template),
      ...partChanges(context, incident.id, plan),
      ...arrived.changes,
    ],
    result: output,
  });
}

function answer({ readings, ignored, unread }: AllReadings, plan: DraftPlan, questions: number): Output {
  return {
    sources: [...new Set(readings.map(({ source }) => source))],
    written: [...plan.written.keys()],
    kept: plan.kept,
    events: plan.timeline.length,
    questions,
    masked: readings.reduce((sum, { masked }) => sum + masked, 0),
    ignored,
    unread,
  };
}

/** @throws HindcastError `evidence.no-events` when neither the evidence nor the document has anything to tell */
function requireMaterial({ readings, unread }: AllReadings, { timeline, steps }: PostmortemRecord): void {
  if (readings.length > 0 || timeline?.length || steps?.length) return;
  const refused = unread.slice(0, 5).map(({ name, why }) => `${name}: ${why}`);
  throw new HindcastError('evidence.no-events', { reasons: refused.join('; ') || 'nothing is attached' });
}

/** What was read may be as large as evidence is, so it is read once; what it is written into is looked at each time. */
async function draftOnce(context: StoredContext, reference: string, all: AllReadings): Promise<Output> {
  const incident = await loadIncident(context, reference, 'incident.edit');
  const parts = await loadParts(context, incident.id);
  const standing = assemble(parts).record;
  requireMaterial(all, standing);
  const record = draftRecord(all.readings, { now: context.now, standing });
  const timeline = [...(standing.timeline ?? []), ...(record.timeline ?? [])];
  const related = await relatedTo(context, incident, { ...standing, ...record, timeline, related: [] });
  const plan = planDraft(parts, { ...record, related }, await draftedBefore(context, incident.id));
  if (plan.timeline.length > mostEvents)
    throw new HindcastError('evidence.unreadable', {
      file: 'all evidence',
      reason: `it holds ${plan.timeline.length} new events, and ${mostEvents} are taken at once`,
      advice: 'Detach what is not of this incident, or give its days alone.',
    });
  const questions = record.custom?.[0]?.text.split('\n').length ?? 0;
  return saveDraft(context, incident, parts, plan, answer(all, plan, questions));
}

export const draftIncident: StoredOperation<Input, Output> = {
  name: 'incident.draft',
  sentence:
    'Draft the document from all evidence of an incident: what is empty, and what an earlier draft wrote; never over what a person wrote.',
  permission: 'incident.edit',
  effect: 'write',
  settled: true,
  input: Input,
  output: Output,
  route: { method: 'POST', path: '/incidents/{incident}/draft' },
  run: async (context, { incident: reference }) => {
    const { id } = await loadIncident(context, reference, 'incident.edit');
    // A token that may write and not see evidence does not get to see it this way.
    requirePermission(context, 'evidence.see', { member: true });
    const all = await readAttached(context, id);
    return retried(() => draftOnce(context, reference, all));
  },
};
