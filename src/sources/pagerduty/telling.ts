import type { Verb } from './kinds.ts';
import { callOf, incidentName, nameOf } from './party.ts';
import { isMerged } from './happening.ts';
import type { Incident, Party } from './schema.ts';

/** What is told of an incident that changed, in one line: the same for a webhook and the log. */
export function tellIncident(verb: Verb, incident: Incident | undefined, to: Party[]): string {
  const name = incidentName(incident);
  const names = to.flatMap((party) => nameOf(party) ?? []).join(', ');
  const { title } = incident ? callOf(incident) : {};
  switch (verb) {
    case 'trigger':
      return title ? `${name} triggered: ${title}` : `${name} triggered`;
    case 'acknowledge':
      return `${name} acknowledged`;
    case 'unacknowledge':
      return `${name} no longer acknowledged`;
    case 'resolve':
      return isMerged(incident) ? `${name} merged into another` : `${name} resolved`;
    case 'reopen':
      return `${name} reopened`;
    case 'assign':
      return names === '' ? `${name} assigned` : `${name} assigned to ${names}`;
    case 'escalate':
      return names === '' ? `${name} escalated` : `${name} escalated to ${names}`;
    case 'delegate':
      return names === '' ? `${name} given to another escalation policy` : `${name} given to ${names}`;
    case 'snooze':
      return `${name} snoozed`;
    case 'priority':
      return `${name}: priority ${nameOf(incident?.priority) ?? 'taken away'}`;
    case 'urgency':
      return incident?.urgency ? `${name}: urgency ${incident.urgency}` : `${name}: urgency changed`;
    case 'service':
      return `${name} moved to service ${nameOf(incident?.service) ?? 'unknown'}`;
    case 'title':
      return title ? `${name} renamed: ${title}` : `${name} renamed`;
    case 'type':
      return `${name}: type ${nameOf(incident?.incident_type) ?? 'unknown'}`;
    case 'annotate':
      return `Note on ${name}`;
    default:
      return `${name} changed`;
  }
}
