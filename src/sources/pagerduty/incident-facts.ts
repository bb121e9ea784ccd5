import type { Context } from '../reading.ts';
import type { Condition } from '../source.ts';
import { isUrl } from '../url.ts';
import type { Verb } from './kinds.ts';
import { callOf, incidentName, isPerson, nameOf } from './party.ts';
import type { Incident, Party } from './schema.ts';

/** An event that opened or resolved an incident. */
export type Turned = { verb: Verb; key: string };

/** Adds what is said of an incident beside its events: title, service, priority, link, and whether it is open. */
export function incidentFacts(
  incident: Incident,
  place: string,
  epochMs: number,
  { reading, keep }: Context,
  turned?: Turned,
): void {
  const { facts } = reading;
  const { title } = callOf(incident);
  const service = nameOf(incident.service);
  const priority = nameOf(incident.priority);
  if (title) facts.titles.push({ value: keep(title), from: 'alert', evidence: place, epochMs });
  const services = [incident.service, ...(incident.impacted_services ?? [])].map((party) => keep(nameOf(party) ?? ''));
  for (const value of new Set(services)) if (value !== '') facts.services.push({ value, evidence: place, epochMs });
  if (priority)
    facts.severities.push({ value: keep(priority), of: 'incident', evidence: `${place}/priority`, epochMs });
  const links: [string, unknown][] = [
    ['incident', incident.html_url],
    ['conference', incident.conference_bridge?.conference_url],
  ];
  for (const [kind, value] of links) {
    if (isUrl(value)) facts.links.push({ value: keep(value), kind, of: incidentName(incident), evidence: place });
  }
  if (!incident.status) return;
  const key = `pagerduty:${keep(incident.id)}`;
  const name = keep(service ? `${incidentName(incident)} (${service})` : incidentName(incident));
  reading.conditions.push({ key, name, ...stateOf(incident.status, epochMs, turned) });
}

/** Only what turned it has a time: another event of an incident that is resolved does not tell when. */
function stateOf(status: string, sinceMs: number, turned: Turned | undefined): Omit<Condition, 'key' | 'name'> {
  if (turned?.verb === 'resolve') return { state: 'closed', sinceMs, closedBy: turned.key };
  if (turned?.verb === 'trigger' || turned?.verb === 'reopen') return { state: 'open', sinceMs, openedBy: turned.key };
  return { state: status === 'resolved' ? 'closed' : 'open' };
}

/** Adds a person who took part. */
export function personFact(party: Party, place: string, epochMs: number, { reading, keep }: Context): void {
  const value = keep(nameOf(party) ?? '');
  if (isPerson(party) && value !== '') reading.facts.people.push({ value, evidence: place, epochMs });
}
