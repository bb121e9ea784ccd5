import { type CollectionWords, due } from './collection-words.ts';

const owner = /owner|who|assign|responsib|\bdri\b|lead|driver|person|champion|verantwort|responsable|zuständig/;

/** Collections that forms show as tables: events, actions, people, systems, numbers, proofs. */
export const eventCollections: { [name: string]: CollectionWords } = {
  timeline: {
    main: 'text',
    group: 'phase',
    columns: [
      [/time|^when$|stamp|uhrzeit|heure|hora|^utc$|zeit/, 'time'],
      [/^date$/, 'time'],
      [/who|actor|owner|person|responder|^by$|team|user|role|author|wer$|qui$/, 'actor'],
      [/link|source|evidence|reference|notes?|comment|detail|remark|observation/, 'notes'],
      [/phase|stage/, 'phase'],
      [/event|what|descri|happened|message|activity|update|entry|ereignis|événement|evento/, 'text'],
      [/action|impact|status/, 'text'],
      [/action/, 'notes'],
    ],
  },
  actions: {
    main: 'text',
    group: 'horizon',
    tick: 'done',
    columns: [
      [/^(?:id|no|nr|number|ref)$|^#$/, 'id'],
      [/ticket|bug|issue|jira|tracker|tracking|link|^pr$|github/, 'ticket'],
      [owner, 'owner'],
      [due, 'due'],
      [/priorit|severity|urgency/, 'priority'],
      [/status|state|progress|stand/, 'status'],
      [/verif|success|measur|evidence|definition of done|acceptance/, 'verification'],
      [/horizon|time ?frame|\bterm\b/, 'horizon'],
      [/type|kind|category|classification/, 'kind'],
      [/^done|complete/, 'done'],
      [/action|item|task|descri|what|improvement|remediation|step|to ?do|summary|ma(?:ß|ss)nahme|tâche/, 'text'],
    ],
  },
  attendees: {
    main: 'name',
    columns: [
      [/role|position|title|function|team/, 'role'],
      [/name|who|person|attendee|participant/, 'name'],
    ],
  },
  roles: {
    main: 'name',
    group: 'role',
    fixedBy: 'role',
    columns: [
      [/role|position|function|responsib/, 'role'],
      [/name|who|person|assigned|owner/, 'name'],
    ],
  },
  systems: {
    main: 'name',
    columns: [
      [/downtime|outage/, 'downtime'],
      [/recover|restor/, 'recoveryTime'],
      [/impact|level|severity|effect|symptom/, 'impactLevel'],
      [/system|service|component|name|product|application/, 'name'],
    ],
  },
  signoffs: {
    main: 'name',
    group: 'role',
    fixedBy: 'role',
    columns: [
      [/role|position|function|title/, 'role'],
      [/signature|signed|approved|approval/, 'signature'],
      [/date/, 'date'],
      [/name|who|approver|person/, 'name'],
    ],
  },
  costs: {
    main: 'category',
    columns: [
      [/amount|cost$|value|estimate|total/, 'amount'],
      [/notes?|comment|basis|detail|calculation/, 'notes'],
      [/category|item|type|cost|line/, 'category'],
    ],
  },
  metrics: {
    main: 'name',
    fixedBy: 'name',
    columns: [
      [/before|normal|baseline/, 'before'],
      [/during|incident|peak|value|actual/, 'during'],
      [/after|now|current/, 'after'],
      [/metric|name|measure|indicator/, 'name'],
    ],
  },
  targets: {
    main: 'figure',
    fixedBy: 'figure',
    columns: [
      [/target|goal|objective/, 'target'],
      [/met\b|ok|achieved|pass/, 'met'],
      [/metric|name|measure|indicator/, 'figure'],
      [/actual|value|result|measured/, 'claim'],
    ],
  },
  serviceLevels: {
    main: 'value',
    group: 'indicator',
    fixedBy: 'indicator',
    columns: [
      [/target|slo|objective/, 'target'],
      [/p95/, 'p95'],
      [/p99/, 'p99'],
      [/sli|indicator|metric|service|name/, 'indicator'],
      [/value|actual|during|measured|achieved/, 'value'],
    ],
  },
  invariants: {
    main: 'name',
    columns: [
      [/status|result|state/, 'status'],
      [/note|comment/, 'notes'],
      [/invariant|name|rule|check/, 'name'],
    ],
  },
  invariantGaps: {
    main: 'name',
    columns: [
      [/expected/, 'expected'],
      [/actual/, 'actual'],
      [/gap/, 'gap'],
      [/invariant|name|rule|check/, 'name'],
    ],
  },
};
