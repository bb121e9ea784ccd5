import type { Incident, Party } from './schema.ts';

/** The name of a user, service or policy; undefined when it has none. */
export const nameOf = (party: Party): string | undefined => party?.summary?.trim() || party?.name?.trim() || undefined;

/** Whether somebody did it, not a service, an integration or a timeout. Users of v1 have no type but an address. */
export const isPerson = (party: Party): boolean =>
  /^user(_reference)?$/.test(party?.type ?? '') || (!party?.type && !!party?.email);

/** Who or what acted: the person (by id where no name is told) or the integration by name, else PagerDuty itself. */
export function actorOf(agent: Party): string {
  if (isPerson(agent)) return nameOf(agent) ?? agent?.id ?? 'somebody';
  return (/integration/.test(agent?.type ?? '') ? nameOf(agent) : undefined) ?? 'PagerDuty';
}

/** What an incident is called: its title, and `number` where it is told (`[#33] Title` in references). */
export function callOf(incident: Incident): { number?: number; title?: string } {
  const [, prefix, rest] = /^\[#(\d{1,15})\]\s*(.*)$/s.exec(incident.summary ?? '') ?? [];
  const subject = incident.trigger_summary_data?.subject || incident.trigger_summary_data?.description;
  const title = incident.title || subject || rest || incident.summary || undefined;
  const number = incident.number ?? incident.incident_number ?? (prefix === undefined ? undefined : Number(prefix));
  return { ...(number === undefined ? {} : { number }), ...(title ? { title } : {}) };
}

/** `PagerDuty incident #33`, for sentences; by its title where the number is not told. */
export function incidentName(incident: Incident | undefined): string {
  if (!incident) return 'PagerDuty incident';
  const { number, title } = callOf(incident);
  if (number !== undefined) return `PagerDuty incident #${number}`;
  return `PagerDuty incident ${title ? `“${title}”` : incident.id}`;
}
