import { readInstant } from '../instant.ts';
import { issueText } from '../issue.ts';
import type { Context } from '../reading.ts';
import { addHappening } from './happening.ts';
import { incidentFacts, personFact } from './incident-facts.ts';
import { messageVerb, type Verb } from './kinds.ts';
import { noteOf } from './log-entry.ts';
import { incidentName, nameOf } from './party.ts';
import { Incident, LogEntry, Message, type Party } from './schema.ts';
import { tellIncident } from './telling.ts';

/** Reads one message of webhook v1 or v2. The log entries of v2 tell who, and to whom; v1 leaves some of it open. */
export function readMessage(value: unknown, place: string, context: Context): void {
  const { ignored, keep } = context;
  const message = Message.safeParse(value);
  if (!message.success) return ignored.add('a message', issueText(message.error), place);
  const { event, type, created_on: createdOn } = message.data;
  const verb = messageVerb(event ?? type ?? '');
  if (verb === undefined) {
    const what = `message type "${keep(event ?? type ?? 'none').slice(0, 60)}"`;
    return ignored.add(what, 'this type is not known', `${place}/${event ? 'event' : 'type'}`);
  }
  const isV2 = message.data.incident !== undefined;
  const where = `${place}/${isV2 ? 'incident' : 'data/incident'}`;
  const incident = Incident.safeParse(isV2 ? message.data.incident : message.data.data?.incident);
  if (!incident.success) return ignored.add('a message', issueText(incident.error), where);
  const entries = (message.data.log_entries ?? []).flatMap((entry) => LogEntry.safeParse(entry).data ?? []);
  const [entry] = entries;
  const epochMs = readInstant(entry?.created_at) ?? readInstant(createdOn);
  if (epochMs === undefined) return ignored.add('a message', 'created_on is no time', `${place}/created_on`);
  const agent = entry ? entry.agent : agentOf(verb, incident.data, createdOn);
  const targets = entries.flatMap(({ assignees }) => assignees ?? []);
  const to = targets.length > 0 ? targets : newlyAssigned(incident.data, createdOn);
  const note = entry ? noteOf(entry) : undefined;
  const action = `Action ${nameOf(message.data.webhook) ?? 'without a name'} for ${incidentName(incident.data)}`;
  const text = verb === 'action' ? action : tellIncident(verb, incident.data, to);
  const said = verb === 'annotate' ? { words: note ?? '' } : { notes: note ?? '' };
  const isUnattributed = agent === undefined && ['assign', 'escalate', 'delegate'].includes(verb);
  const happening = { verb, epochMs, place, incident: incident.data, agent, text, ...said, isUnattributed };
  const key = addHappening(happening, context);
  personFact(agent, entry ? `${place}/log_entries/0/agent` : where, epochMs, context);
  incidentFacts(incident.data, where, epochMs, context, { verb, key });
}

/** Who acted, where v1 tells: of a status that changed, never of an assignment. */
function agentOf(verb: Verb, incident: Incident, createdOn: string | null | undefined): Party {
  if (verb === 'resolve') return incident.resolved_by_user ?? incident.last_status_change_by;
  if (verb === 'trigger') return incident.last_status_change_by;
  if (verb !== 'acknowledge') return undefined;
  const now = incident.acknowledgers?.find((given) => given?.at && given.at === createdOn);
  return now?.object ?? incident.last_status_change_by;
}

/** Those who were assigned at the message's time; all who have it when no time fits. */
function newlyAssigned({ assigned_to: v1, assignments: v2 }: Incident, createdOn: string | null | undefined): Party[] {
  const all = [...(v1 ?? []), ...(v2 ?? [])];
  const now = all.filter((given) => given?.at && given.at === createdOn);
  return (now.length > 0 ? now : all).map((given) => given?.assignee ?? given?.object);
}
