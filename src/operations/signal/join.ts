import { sql } from 'kysely';
import { z } from 'zod';
import type { Change } from '../../store/commit.ts';
import { HindcastError } from '../errors.ts';
import { type IncidentRow, loadIncident } from '../incident/load.ts';
import { rewriteIncident } from '../lifecycle/rewrite-incident.ts';
import { loadParts } from '../part/load.ts';
import { requireRoom } from '../part/require-room.ts';
import { retried, save } from '../save.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { attachDeliveries } from './attach.ts';
import { entriesOf, type SignalEntry } from './entries-of.ts';
import { loadSignals, type SignalRow, signalsOf } from './load.ts';
import { timelineChanges } from './timeline-changes.ts';

/** Signals that one call may name. */
const mostSignals = 5000;

const Input = z.strictObject({
  incident: z.string(),
  signals: z.array(z.guid()).min(1).max(mostSignals),
});
type Input = z.infer<typeof Input>;

const Joined = z.object({
  /** Signals that were not in the incident before. */
  joined: z.number().int(),
  /** Events of the timeline that came, and that changed. */
  added: z.array(z.string()),
  changed: z.array(z.string()),
  /** Originals that were attached, and for how many there was no place. */
  attached: z.number().int(),
  withoutPlace: z.number().int(),
});
type Joined = z.infer<typeof Joined>;

/** What sources deliver changes only what nobody has approved yet. */
function requireOpen({ actor }: StoredContext, { status }: IncidentRow): void {
  if (actor.kind === 'source' && (status === 'approved' || status === 'published'))
    throw new HindcastError('signal.settled', { status });
}

/** @throws HindcastError `signal.elsewhere` for those that another incident has; all are free for the one named */
export function requireFree(signals: readonly SignalRow[], incident?: Pick<IncidentRow, 'id'>): void {
  const elsewhere = signals.filter(({ incidentId }) => incidentId !== null && incidentId !== incident?.id);
  const [first] = elsewhere;
  if (first !== undefined)
    throw new HindcastError('signal.elsewhere', { id: first.id, count: String(elsewhere.length) });
}

/** Marks signals as told by their entries, unless one of them went to another incident meanwhile. */
function tell(context: StoredContext, incident: IncidentRow, entries: readonly SignalEntry[]): Change[] {
  const rows = entries.flatMap(({ id: entry, signals }) =>
    signals
      .filter(({ incidentId, entryId, told, rank }) => incidentId === null || entryId !== entry || told !== rank)
      .map(({ id, rank }) => ({ id, rank, entry })),
  );
  if (rows.length === 0) return [];
  return [
    {
      rows: rows.length,
      statement: sql`update signal set incident_id = ${incident.id}::uuid, entry_id = given.entry, told = given.rank,
          decided_at = coalesce(decided_at, ${context.now}::timestamptz)
        from json_to_recordset(${JSON.stringify(rows)}::json) as given (id uuid, rank text, entry text)
        where signal.id = given.id and (signal.incident_id is null or signal.incident_id = ${incident.id}::uuid)`,
    },
  ];
}

async function joinOnce(context: StoredContext, { incident: reference, signals: ids }: Input): Promise<Joined> {
  const incident = await loadIncident(context, reference, 'incident.edit');
  requireOpen(context, incident);
  const named = await loadSignals(context, [...new Set(ids)]);
  requireFree(named, incident);
  const before = await signalsOf(context, incident.id);
  const joining = named.filter(({ incidentId }) => incidentId === null);
  const entries = entriesOf([...before, ...joining]);
  const timeline = (await loadParts(context, incident.id)).filter(({ key }) => key === 'timeline');
  const { changes, added, changed } = timelineChanges(incident.id, timeline, entries, new Set());
  const told = tell(context, incident, entries);
  const cited = entries.flatMap(({ entry, signals }) => citedBy(entry.evidence, signals));
  const { originals, withoutPlace, ...attaching } = await attachDeliveries(context, incident, cited);
  const attached = originals.length;
  const result: Joined = { joined: joining.length, added, changed, attached, withoutPlace };
  if (changes.length + told.length + attached === 0) return result;
  await requireRoom(context, incident.id, 'timeline', added.length);
  return save(context, {
    operation: 'signal.join',
    incidentId: incident.id,
    subject: 'timeline',
    payload: { signals: joining.map(({ id }) => id), added, changed, evidence: originals },
    changes: [...changes, ...attaching.changes, ...told, rewriteIncident(incident, incident.template)],
    result,
  });
}

/** The delivery that an entry points into. */
function citedBy(evidence: string | undefined, signals: readonly SignalRow[]): string[] {
  const found = signals.find(({ sha256, pointer }) => evidence === `sha256:${sha256}#${pointer}`);
  return found === undefined ? [] : [found.deliveryId];
}

export const joinSignals: StoredOperation<Input, Joined> = {
  name: 'signal.join',
  sentence:
    'Join signals to an incident: they become events of its timeline, repeated ones folded, with their originals as evidence.',
  permission: 'incident.edit',
  effect: 'write',
  input: Input,
  output: Joined,
  route: { method: 'POST', path: '/incidents/{incident}/signals' },
  run: (context, input) => retried(() => joinOnce(context, input)),
};
