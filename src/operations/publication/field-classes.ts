/**
 * Who a field is for. `public`: everybody, once its text is redacted. `personal`: names somebody, of whom only the role stays.
 * `internal`: the team. `secret`: only who answers for it, as auditors; not even the leak report repeats it.
 */
export type FieldClass = 'public' | 'personal' | 'internal' | 'secret';

/** Fields of one class, by path of the record; a path stands for all below it. `costs`: public where costs are wished for. */
export type FieldGroup = { class: FieldClass; why: string; costs?: true; paths: string };

const team = 'is for the team';

/**
 * The class of every field of the record. What stands nowhere here is secret, and a test says so. A new field is a word here.
 * Only a moment (`incident.start`) is public as a whole: a field added to a group is public only once it is named.
 */
export const fieldGroups: readonly FieldGroup[] = [
  {
    class: 'public',
    why: '',
    paths: `incident.id incident.title incident.type incident.date incident.start incident.end incident.severity incident.status
      incident.services incident.dataCompromised incident.planned
      summary.text summary.what summary.impact summary.rootCause summary.resolution
      impact.text impact.customers.text impact.customers.users impact.customers.experience impact.customers.geography
      impact.customers.segment impact.business.text impact.business.lostTransactions impact.business.slaBreach
      impact.business.operational impact.business.features impact.technical.text impact.technical.systems
      impact.technical.dataIntegrity impact.technical.dataLoss impact.technical.servicesDegraded impact.technical.security
      impact.technical.performance impact.technical.downtime impact.trading.disruption impact.trading.orders
      impact.trading.positions impact.scope.regions impact.scope.services impact.scope.dataSources
      serviceLevels.indicator serviceLevels.value serviceLevels.p95 serviceLevels.p99 serviceLevels.target serviceLevels.measured
      systems.name systems.impactLevel systems.downtime systems.recoveryTime systems.measured symptoms.text
      timeline.written timeline.at timeline.until timeline.precision timeline.zone timeline.carried timeline.text timeline.notes
      timeline.phase timeline.milestone timeline.inferred timeline.inferredFrom timeline.count timeline.line
      detection.method detection.sooner detection.monitored response.efficiency response.communication
      whys.id whys.under whys.question whys.note whys.answer rootCause.whatHappened rootCause.primary reasons.kind reasons.text
      factors.kind factors.text factors.present gaps.kind gaps.text steps.text steps.result steps.at steps.override
      mitigations.kind mitigations.text resolution.text resolution.whyItWorked wentWell.area wentWell.text wentWrong.area
      wentWrong.text lessons.area lessons.topic lessons.text
      actions.id actions.text actions.kind actions.due actions.horizon actions.priority actions.status actions.verification
      actions.done prevention.area prevention.topic prevention.state prevention.text prevention.due prevention.done
      improvements.horizon improvements.text invariants.name invariants.status invariants.notes invariants.violatedAt
      invariants.measured invariantGaps.name invariantGaps.expected invariantGaps.actual invariantGaps.gap
      invariantGaps.measured transitions.from transitions.to transitions.at transitions.reason circuitBreaker.earlier
      circuitBreaker.measured metrics.name metrics.before metrics.during metrics.after metrics.measured
      targets.figure targets.target targets.met automation.override quality.complaints quality.escalations quality.deviations
      quality.gaps communications.at communications.text followUps.group followUps.text followUps.done
      followUpMetrics.metric followUpMetrics.value followUpMetrics.done reviews.interval reviews.date reviews.text
      criteriaText criteria.text criteria.done roles.role culture.blameless culture.safe culture.heard
      processCheck.within48Hours processCheck.stakeholders processCheck.assigned
      claims.figure claims.value claims.upTo claims.unit claims.text claims.qualifier claims.approximate claims.origin claims.line
      custom.heading custom.level custom.text custom.line obligations.regime obligations.required`,
  },
  { class: 'personal', why: 'a name becomes a role', paths: 'roles.name actions.owner timeline.actor steps.by' },
  { class: 'internal', why: `who took part ${team}`, paths: 'attendees' },
  { class: 'internal', why: `who signed ${team}`, paths: 'signoffs' },
  { class: 'internal', why: `who owns and wrote the document ${team}`, paths: 'document' },
  {
    class: 'internal',
    why: `whom it goes to ${team}`,
    paths: 'distribution communications.audience communications.channel',
  },
  { class: 'internal', why: `the meeting ${team}`, paths: 'meeting' },
  { class: 'internal', why: 'notes of the meeting are for the team', paths: 'meetingNotes' },
  { class: 'internal', why: 'links and evidence are for the team', paths: 'links related' },
  {
    class: 'internal',
    why: 'evidence is for the team',
    paths: `rootCause.evidence timeline.source timeline.evidence systems.evidence serviceLevels.evidence invariants.evidence
      invariantGaps.evidence transitions.evidence circuitBreaker.evidence metrics.evidence`,
  },
  { class: 'internal', why: 'appendices hold raw material', paths: 'appendices' },
  { class: 'internal', why: 'tickets are internal', paths: 'actions.ticket' },
  { class: 'internal', why: 'how severe it is was weighed within the team', paths: 'justification' },
  {
    class: 'internal',
    why: 'how it is seen outside is weighed within the team',
    paths: `impact.customers.trust impact.customers.complaints impact.business.publicRelations impact.business.reputation
      impact.business.cancellations impact.business.supportTickets`,
  },
  { class: 'internal', why: 'what it took of the team is for the team', paths: 'impact.team' },
  {
    class: 'internal',
    why: 'what regulators are told is for them',
    paths: 'impact.regulatory.text impact.regulatory.reportingRequired impact.regulatory.violations',
  },
  { class: 'secret', why: 'commands show how systems are reached', paths: 'steps.command' },
  { class: 'secret', why: 'tools show how systems are reached', paths: 'steps.tool' },
  { class: 'secret', why: `the audit trail ${team}`, paths: 'audit' },
  { class: 'secret', why: 'legal advice is privileged', paths: 'impact.regulatory.legal' },
  {
    class: 'internal',
    why: 'costs are left out',
    costs: true,
    paths: `costs impact.business.financial impact.business.revenueLoss impact.business.refunds impact.business.slaCredits
      impact.trading.exposure`,
  },
];

const byPath = new Map(fieldGroups.flatMap((group) => group.paths.split(/\s+/).map((path) => [path, group] as const)));

const unlisted: FieldGroup = { class: 'secret', why: 'nobody has said who this field is for', paths: '' };

/** The group that says who a path is for: its own, else that of what it lies in; undefined for what only has named fields. */
export function groupOf(path: string): FieldGroup | undefined {
  for (let end = path.length; end > 0; end = path.lastIndexOf('.', end - 1)) {
    const group = byPath.get(path.slice(0, end));
    if (group !== undefined) return group;
  }
  return undefined;
}

/** Who a field (a leaf of the record) is for; what nobody named is secret. */
export const classOf = (leaf: string): FieldGroup => groupOf(leaf) ?? unlisted;

/** Parts of a time and words of a scale: no place for a name, and no text to look through. */
export const plainFields: ReadonlySet<string> = new Set([
  'at',
  'until',
  'precision',
  'zone',
  'milestone',
  'inferredFrom',
]);
