import { readInstant } from '../instant.ts';
import { issueText } from '../issue.ts';
import type { Context } from '../reading.ts';
import { isUrl } from '../url.ts';
import { addHappening } from './happening.ts';
import { incidentFacts, personFact } from './incident-facts.ts';
import { entryKind, entryVerb } from './kinds.ts';
import { incidentName, nameOf } from './party.ts';
import { type Incident, LogEntry } from './schema.ts';
import { tellIncident } from './telling.ts';

/** Reads one entry of an incident's log. A kind that is not known keeps the summary that PagerDuty wrote for it, and is said. */
export function readLogEntry(value: unknown, place: string, context: Context): void {
  const { ignored, keep } = context;
  const parsed = LogEntry.safeParse(value);
  if (!parsed.success) return ignored.add('a log entry', issueText(parsed.error), place);
  const { data: entry } = parsed;
  const epochMs = readInstant(entry.created_at);
  if (epochMs === undefined) return ignored.add('a log entry', 'created_at is no time', `${place}/created_at`);
  const verb = entryVerb(entry.type) ?? 'other';
  const kind = entryKind(entry.type) ?? entry.type;
  if (entryVerb(entry.type) === undefined) {
    const why = entry.summary ? 'this type is not known; its summary was taken as it is' : 'this type is not known';
    ignored.add(`log entry type "${keep(entry.type).slice(0, 60)}"`, why, `${place}/type`);
    if (!entry.summary) return;
  }
  const incident: Incident | undefined = entry.incident ? { ...entry.incident, service: entry.service } : undefined;
  const note = noteOf(entry);
  const said = verb === 'annotate' || verb === 'status' ? { words: note ?? '' } : { notes: note ?? '' };
  const which = verb === 'notify' ? nameOf(entry.user) : verb === 'other' ? kind : undefined;
  const text = tellEntry(entry, incident, verb);
  const happening = { verb, epochMs, place, incident, agent: entry.agent, text, ...said };
  const key = addHappening({ ...happening, ...(which === undefined ? {} : { which }) }, context);
  personFact(entry.agent, `${place}/agent`, epochMs, context);
  for (const shown of entry.contexts ?? []) {
    const href = shown?.['href'] ?? shown?.['src'];
    if (isUrl(href))
      context.reading.facts.links.push({ value: keep(href), kind: 'alert', evidence: `${place}/contexts` });
  }
  if (!incident) return;
  const status = verb === 'resolve' ? 'resolved' : verb === 'trigger' || verb === 'reopen' ? 'triggered' : undefined;
  incidentFacts({ ...incident, status }, `${place}/incident`, epochMs, context, { verb, key });
}

function tellEntry(entry: LogEntry, incident: Incident | undefined, verb: ReturnType<typeof entryVerb>): string {
  const name = incidentName(incident);
  // A saved log may leave out the incident that all its entries are of: then PagerDuty's own sentence says more.
  if (incident === undefined && entry.summary) return entry.summary;
  switch (verb) {
    case 'resolve': {
      const told = tellIncident(verb, incident, []);
      return entry.channel?.['type'] === 'timeout' ? `${told} by a timeout` : told;
    }
    case 'notify':
      return `${nameOf(entry.user) ?? 'Somebody'} notified of ${name}${byWhat(entry)}`;
    case 'annotate':
    case 'status':
      return entry.summary ?? `Note on ${name}`;
    case 'priority':
    case 'urgency':
    case 'responder':
    case 'snooze':
    case 'other':
      return entry.summary ? `${name}: ${entry.summary}` : `${name}: ${entryKind(entry.type)?.replaceAll('_', ' ')}`;
    default:
      return tellIncident(verb ?? 'other', incident, entry.assignees ?? []);
  }
}

/** ` by sms`: how somebody was notified. */
function byWhat({ channel }: LogEntry): string {
  const notification = channel?.['notification'];
  const type =
    typeof notification === 'object' && notification !== null && 'type' in notification ? notification.type : undefined;
  const found = typeof type === 'string' ? type : channel?.['type'];
  return typeof found === 'string' && found !== 'auto' ? ` by ${found.replaceAll('_', ' ').slice(0, 40)}` : '';
}

/** What somebody wrote with an entry: a note, a message, or the details of the alert that triggered it. */
export function noteOf({ note, channel, type }: LogEntry): string | undefined {
  const kind = entryKind(type);
  const names =
    kind === 'annotate' ? ['summary', 'content'] : kind === 'status_update' ? ['message', 'summary'] : ['details'];
  return [note, ...names.map((name) => channel?.[name])].find((text) => typeof text === 'string' && text !== '') as
    | string
    | undefined;
}
