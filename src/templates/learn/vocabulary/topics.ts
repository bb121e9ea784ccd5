import { headingKey } from '../../../markdown/heading-key.ts';
import { kindOfHeading, type Kind } from '../../../reading/section-kind.ts';

/** What a heading or a label that owns a block asks for. */
export type Topic = {
  /** Groups topics: labels are read by the topic they stand in. */
  name: string;
  /** Field that takes the whole text below it. */
  prose?: string;
  /** Collection its list or table holds. */
  collection?: string;
  /** Constants of its entries: field to value. */
  constants?: { [field: string]: string };
  /** False when the wording is only a general one. */
  known: boolean;
};

type Row = [pattern: RegExp, name: string, prose: string, collection?: string, constants?: { [field: string]: string }];

/** Wordings finer than the general vocabulary of headings, matched on the key; the first wins. An empty prose is none. */
const rows: Row[] = [
  [/^lead ?up$|leading up to|events before/, 'leadup', 'rootCause.whatHappened'],
  [/^recurrence$/, 'related', '', 'related'],
  [/risk (?:analysis|assessment)|feedback|^context$/, 'other', ''],
  [/^(?:five|5) whys\b|why it happened.*whys|\bwhys\b(?: analysis)?$/, 'whys', '', 'whys'],
  [/invariants? tested/, 'invariants', '', 'invariants'],
  [/invariants?.*(?:should|missed|gap)/, 'invariants', '', 'invariantGaps'],
  [/state transitions?/, 'transitions', '', 'transitions'],
  [/circuit breaker.*(?:earlier|should)/, 'breaker', 'circuitBreaker.earlier'],
  [/audit trail|audit verification/, 'audit', ''],
  [/slo impact|response (?:time )?metrics|automation metrics|^stats$|statistics/, 'metrics', ''],
  [/quality metrics/, 'quality', ''],
  [/follow ?up metrics/, 'followUpMetrics', '', 'followUpMetrics'],
  [/service metrics/, 'serviceMetrics', '', 'metrics'],
  [/^(?:metrics|kpis|metrics (?:and )?kpis|metrics and measurements)$/, 'metrics', ''],
  [/cost (?:analysis|breakdown)|incident costs?|^costs?$/, 'costs', '', 'costs'],
  [/service levels?|sl[io]s?\b.*(?:impact|levels?)/, 'serviceLevels', '', 'serviceLevels'],
  [/severity classification|severity level/, 'severity', ''],
  [/^justification/, 'justification', ''],
  [/incident type|^type of incident/, 'type', ''],
  [/(?:approval|sign ?offs?|signatures?|approved by)/, 'signoffs', '', 'signoffs'],
  [/distribution/, 'distribution', '', 'distribution'],
  [
    /discussion notes|meeting notes|interview minutes|^minutes$|notes from/,
    'meetingNotes',
    'meeting.notes',
    'meetingNotes',
  ],
  [
    /open questions|unanswered|outstanding questions/,
    'meetingNotes',
    'meeting.notes',
    'meetingNotes',
    { kind: 'question' },
  ],
  [/(?:review|post ?mortem|incident review) meeting|^meeting$/, 'meeting', ''],
  [/review schedule|^reviews$/, 'reviews', '', 'reviews'],
  [/success criteria|exit criteria/, 'criteria', 'criteriaText', 'criteria'],
  [/culture check/, 'culture', ''],
  [/process check/, 'processCheck', ''],
  [/communication plan/, 'followUps', '', 'followUps', { group: 'communication' }],
  [/follow up actions/, 'followUps', '', 'followUps', { group: 'follow-up' }],
  [
    /internal (?:e ?mail|message|communicat|update|announcement)/,
    'communications',
    'communications.text',
    'communications',
    { audience: 'Internal' },
  ],
  [
    /(?:external|public) (?:e ?mail|message|communicat|update|statement|announcement)/,
    'communications',
    'communications.text',
    'communications',
    { audience: 'Public' },
  ],
  [
    /customer (?:communications?|updates?|messag\w*|notifications?)|stakeholder communications?/,
    'communications',
    'communications.text',
    'communications',
    { audience: 'Customers' },
  ],
  [/^(?:messaging|communications?)$/, 'communications', 'communications.text', 'communications'],
  [/affected (?:systems|services|components)|impacted (?:systems|services)/, 'systems', 'incident.services', 'systems'],
  [/geographic|component scope/, 'scope', ''],
  [/customer facing impact|^symptoms/, 'symptoms', '', 'symptoms'],
  [
    /(?:end )?(?:customers?|users?|client)\b.*(?:impact|experience)|impact (?:on|to|for) (?:the )?(?:customers|users)|(?:affected|impacted) (?:users|customers)|(?:users|customers) affected/,
    'customers',
    'impact.customers.text',
  ],
  [/(?:business|financial|revenue)\b.*impact|impact (?:on|to) (?:the )?business/, 'business', 'impact.business.text'],
  [/(?:technical|infrastructure|system|service)\b.*impact/, 'technical', 'impact.technical.text'],
  [/(?:regulatory|legal|compliance)\b.*(?:impact|legal)/, 'regulatory', 'impact.regulatory.text'],
  [/team impact/, 'team', ''],
  [/(?:quantitative|qualitative) impact/, 'impact', ''],
  [/temporary|workarounds?/, 'mitigations', '', 'mitigations', { kind: 'temporary' }],
  [/permanent|long term (?:fix|resolution|solution)/, 'mitigations', '', 'mitigations', { kind: 'permanent' }],
  [/why (?:it|this) worked/, 'resolution', 'resolution.whyItWorked'],
  [
    /immediate actions? taken|what (?:was|we) (?:done|did)|response steps|steps taken|(?:resolution|recovery|mitigation|containment) steps|actions taken/,
    'steps',
    'resolution.text',
    'steps',
  ],
  [/contributing/, 'factors', '', 'factors'],
  [/triggers?\b/, 'factors', '', 'factors', { kind: 'Trigger' }],
  [/process breakdowns?/, 'factors', '', 'factors', { kind: 'Process' }],
  [/not prevented|what missed it|(?:detection|process) gaps|why (?:was|did).{0,40}(?:not|miss)/, 'gaps', '', 'gaps'],
  [/primary (?:root )?cause|root ?cause summary|root causes?$|^causes?$/, 'rootCause', 'rootCause.primary'],
  [/why it happened|why did (?:it|this) happen/, 'why', 'rootCause.primary'],
  [/what caused|^underlying cause/, 'rootCause', 'rootCause.primary'],
  [/what caught it|who (?:detected|noticed)/, 'detection', 'detection.method'],
  [
    /roles?\b|responders?$|^people$|(?:incident|response) team|names of people|who (?:was|were) involved|people involved|^team members$|personnel/,
    'roles',
    '',
    'roles',
  ],
  [
    /(?:commands? (?:and|&)? ?logs|technical details|communication log|database queries|data queries|architecture diagram|configuration changes|raw data|detailed timeline|incident response timeline)/,
    'appendix',
    'appendices.text',
    'appendices',
  ],
  [
    /^(?:logs (?:and )?evidence|evidence and logs|data and evidence|evidence)$/,
    'links',
    '',
    'links',
    { kind: 'evidence' },
  ],
  [/^references$|^relevant links$/, 'links', '', 'links'],
  [
    /(?:related|supporting) (?:documentation|documents?|links|information|resources)|^external references|further reading/,
    'links',
    '',
    'links',
  ],
  [/prevent(?:ing|ion)? (?:of )?recurrence/, 'prevention', '', 'prevention'],
  [/how (?:we ?ll|we will|to) improve/, 'improvements', '', 'improvements'],
  [
    /what happened|description of (?:the )?(?:incident|outage|problem)|(?:incident|outage|problem) description|^description/,
    'what',
    'summary.what',
  ],
  [/fix applied|^the fix|^fix$|^solution/, 'resolution', 'resolution.text'],
  [/action plan/, 'actions', '', 'actions'],
  [/corrective actions?/, 'actions', '', 'actions'],
  [/corrective and prevent\w*/, 'prevention', '', 'prevention'],
  [/^lessons$/, 'lessons', '', 'lessons'],
  [
    /could (?:have )?(?:be|been|gone|go).{0,12}(?:better|improved)|didnt go so well|needs? improvement/,
    'wentWrong',
    '',
    'wentWrong',
  ],
  [/\bactions$/, 'actions', '', 'actions'],
];

const general: { [kind in Kind]?: Omit<Topic, 'known'> } = {
  timeline: { name: 'timeline', collection: 'timeline' },
  actions: { name: 'actions', collection: 'actions' },
  prevention: { name: 'prevention', collection: 'prevention' },
  summary: { name: 'summary', prose: 'summary.text' },
  impact: { name: 'impact', prose: 'impact.text' },
  detection: { name: 'detection', prose: 'detection.method' },
  rootCause: { name: 'rootCause', prose: 'rootCause.primary' },
  factors: { name: 'factors', collection: 'factors' },
  resolution: { name: 'resolution', prose: 'resolution.text' },
  wentWell: { name: 'wentWell', collection: 'wentWell' },
  wentWrong: { name: 'wentWrong', collection: 'wentWrong' },
  lucky: { name: 'wentWell', collection: 'wentWell', constants: { area: 'Luck' } },
  lessons: { name: 'lessons', collection: 'lessons' },
  people: { name: 'attendees', collection: 'attendees' },
  related: { name: 'related', collection: 'related' },
  links: { name: 'links', collection: 'links' },
  communications: { name: 'communications', prose: 'communications.text', collection: 'communications' },
  metrics: { name: 'metrics' },
  header: { name: 'header' },
};

/** What a heading asks for on its own; undefined when no vocabulary knows it. */
export function topicOf(title: string): Topic | undefined {
  const key = headingKey(title);
  if (key === '' || key.length > 120) return undefined;
  const row = rows.find(([pattern]) => pattern.test(key));
  if (row !== undefined) {
    const [, name, prose, collection, constants] = row;
    return {
      name,
      known: true,
      ...(prose === '' ? {} : { prose }),
      ...(collection === undefined ? {} : { collection }),
      ...(constants === undefined ? {} : { constants }),
    };
  }
  const found = general[kindOfHeading(title)];
  return found === undefined ? undefined : { ...found, known: true };
}
