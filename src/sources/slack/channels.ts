/** Channel names of incidents by common custom: inc-42, incident_checkout, sev1-db, 2025-03-04-outage, war-room. */
const incidentName =
  /(?:^|[-_ ])(?:inc|incident|incidents|sev\d?|outage|warroom|war-room|postmortem|p[01])(?:[-_ \d]|$)/i;

/** True when a channel's name says that it was made for an incident. */
export function isIncidentChannel(name: string): boolean {
  return incidentName.test(name.slice(0, 200));
}
