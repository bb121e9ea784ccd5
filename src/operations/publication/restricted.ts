/** What a public version never holds, by path of the record, and why; `costs`: only where costs are left out. */
export type Restricted = { path: string; why: string; costs?: true };

/** Fields that are dropped. A new one is a line here. */
export const restricted: readonly Restricted[] = [
  { path: 'links', why: 'links and evidence are for the team' },
  { path: 'rootCause.evidence', why: 'evidence is for the team' },
  { path: 'audit', why: 'the audit trail is for the team' },
  { path: 'appendices', why: 'appendices hold raw material' },
  { path: 'attendees', why: 'who took part is for the team' },
  { path: 'distribution', why: 'whom it goes to is for the team' },
  { path: 'meeting', why: 'the meeting is for the team' },
  { path: 'meetingNotes', why: 'notes of the meeting are for the team' },
  { path: 'document', why: 'who owns and wrote the document is for the team' },
  { path: 'signoffs', why: 'who signed is for the team' },
  { path: 'actions.ticket', why: 'tickets are internal' },
  { path: 'steps.command', why: 'commands show how systems are reached' },
  { path: 'steps.tool', why: 'tools show how systems are reached' },
  { path: 'impact.regulatory.legal', why: 'legal advice is privileged' },
  { path: 'costs', why: 'costs are left out', costs: true },
  { path: 'impact.business.financial', why: 'costs are left out', costs: true },
  { path: 'impact.business.revenueLoss', why: 'costs are left out', costs: true },
  { path: 'impact.business.refunds', why: 'costs are left out', costs: true },
  { path: 'impact.business.slaCredits', why: 'costs are left out', costs: true },
  { path: 'impact.trading.exposure', why: 'costs are left out', costs: true },
];

/** Fields whose value is somebody's name: what is left of it, beside a role, is dropped. */
export const nameFields: ReadonlySet<string> = new Set(['roles.name', 'actions.owner', 'timeline.actor']);

/** Parts of a time and words of a scale: no place for a name, and no text to look through. */
export const plainFields: ReadonlySet<string> = new Set([
  'at',
  'until',
  'precision',
  'zone',
  'milestone',
  'inferredFrom',
]);
