import { z } from 'zod';
import type { Finding } from '../../record/finding.ts';
import type { PostmortemRecord } from '../../record/record.ts';
import { agendaKinds, agendaOf } from '../../reviews/agenda.ts';
import { loadThreads } from '../comment/load.ts';
import { materialOf } from '../document/write.ts';
import { loadIncident } from '../incident/load.ts';
import type { PartVersions } from '../part/assemble.ts';
import { Said } from '../said-schema.ts';
import { silenceFindings } from '../silence.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { templateToWrite } from '../template/find.ts';
import { currentContent } from '../versions/content.ts';
import { Guest, loadMeeting, type Meeting } from './load.ts';

const Input = z.strictObject({ incident: z.string() });

const Point = z.object({
  id: z.string(),
  kind: z.enum(agendaKinds),
  text: z.string(),
  says: Said.optional(),
  path: z.string().optional(),
  ticked: z.boolean(),
});

const Note = z.object({ id: z.string(), version: z.number().int(), kind: z.string(), text: z.string() });

const ShownMeeting = z.object({
  plan: z
    .object({
      version: z.number().int(),
      startsAt: z.string(),
      minutes: z.number().int(),
      place: z.string(),
      people: z.array(z.object({ id: z.string(), name: z.string() })),
      guests: z.array(Guest),
    })
    .nullable(),
  /** To be named when it is planned anew: of a plan that was cancelled, too. */
  version: z.number().int(),
  /** What is to be talked about, made from the document. */
  agenda: z.array(Point),
  /** What was noted: points, decisions, open questions. */
  notes: z.array(Note),
  recording: z.string().nullable(),
  /** The version of the record's part `meeting`, for the recording; 0 where it is not there. */
  partVersion: z.number().int(),
});
export type ShownMeeting = z.infer<typeof ShownMeeting>;

const entriesOf = (versions: PartVersions, key: string) => {
  const entries = versions[key];
  return Array.isArray(entries) ? entries : [];
};

function notesOf({ meetingNotes = [] }: PostmortemRecord, versions: PartVersions) {
  const entries = entriesOf(versions, 'meetingNotes');
  return meetingNotes.map(({ kind = '', text = '' }, index) => {
    const { id = '', version = 0 } = entries[index] ?? {};
    return { id, version, kind, text };
  });
}

async function threadsOf(context: StoredContext, incidentId: string) {
  const threads = await loadThreads(context, incidentId);
  return threads.flatMap(({ id, state, replacement, comments: [first] }) =>
    state === 'open' ? [{ id, text: (first?.text || replacement || '').slice(0, 300) }] : [],
  );
}

const planOf = ({ version, startsAt, minutes, place, people, guests }: Meeting) => ({
  version,
  startsAt,
  minutes,
  place,
  people: people.map(({ id, name }) => ({ id, name })),
  guests,
});

export const showMeeting: StoredOperation<z.infer<typeof Input>, ShownMeeting> = {
  name: 'meeting.show',
  sentence: 'Show the meeting of a post-mortem: when it is, its agenda made from the document, and what was noted.',
  permission: 'incident.see',
  effect: 'read',
  input: Input,
  output: ShownMeeting,
  route: { method: 'GET', path: '/incidents/{incident}/meeting' },
  run: async (context, input) => {
    const incident = await loadIncident(context, input.incident, 'incident.see');
    const [{ record, versions }, meeting, threads] = await Promise.all([
      currentContent(context, incident),
      loadMeeting(context, incident.id),
      threadsOf(context, incident.id),
    ]);
    const template = templateToWrite(incident.template, undefined, context.templates);
    const all: Finding[] = materialOf(record, template, context.now).findings;
    const { findings } = silenceFindings(all, context.config.silence);
    const ids = (key: string) => entriesOf(versions, key).map(({ id }) => id);
    const ticked = new Set(meeting?.ticked ?? []);
    const part = versions['meeting'];
    return {
      plan: meeting === undefined || meeting.cancelledAt !== null ? null : planOf(meeting),
      version: meeting?.version ?? 0,
      agenda: agendaOf(record, { findings, threads, ids }).map((one) => ({ ...one, ticked: ticked.has(one.id) })),
      notes: notesOf(record, versions),
      recording: record.meeting?.recording ?? null,
      partVersion: typeof part === 'number' ? part : 0,
    };
  },
};
