import { readInstant } from '../instant.ts';
import { issueText } from '../issue.ts';
import type { Context } from '../reading.ts';
import { readDetail } from './detail.ts';
import { addHappening } from './happening.ts';
import { incidentFacts, personFact } from './incident-facts.ts';
import { eventVerb } from './kinds.ts';
import { Event, Incident } from './schema.ts';
import { tellIncident } from './telling.ts';

/** Reads the one event that a delivery of webhook v3 carries. */
export function readEvent(value: unknown, place: string, context: Context): void {
  const { ignored, keep } = context;
  const event = Event.safeParse(value);
  if (!event.success) return ignored.add('an event', issueText(event.error), place);
  const { event_type: type, occurred_at: at, agent, data } = event.data;
  if (type === 'pagey.ping') return ignored.add('a test delivery (ping)', 'it is no event of an incident', place);
  const verb = eventVerb(type);
  if (verb === undefined) {
    const why = type.startsWith('service.')
      ? 'a change of settings is no event of an incident'
      : 'this type is not known';
    return ignored.add(`event type "${keep(type).slice(0, 60)}"`, why, `${place}/event_type`);
  }
  const epochMs = readInstant(at);
  if (epochMs === undefined)
    return ignored.add('an event', `occurred_at is no time: "${keep(at).slice(0, 40)}"`, `${place}/occurred_at`);
  const common = { verb, epochMs, place, agent };
  personFact(agent, `${place}/agent`, epochMs, context);
  const roles = data['incident_role_assignments'];
  if (Array.isArray(roles)) {
    for (const [index, role] of roles.entries())
      readDetail(common, type, role, context, `${place}/data/incident_role_assignments/${index}`);
    return;
  }
  if (data['type'] !== 'incident') return readDetail(common, type, data, context);
  const incident = Incident.safeParse(data);
  if (!incident.success) return ignored.add('an event', issueText(incident.error), `${place}/data`);
  const to = verb === 'delegate' ? [incident.data.escalation_policy] : (incident.data.assignees ?? []);
  const key = addHappening(
    { ...common, incident: incident.data, text: tellIncident(verb, incident.data, to) },
    context,
  );
  incidentFacts(incident.data, `${place}/data`, epochMs, context, { verb, key });
}
