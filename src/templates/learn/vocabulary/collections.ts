/** A repeating part of the record: which column headings and labels name its fields, in order of preference. */
export type CollectionWords = {
  /** The field an entry without any column is: `text`, `name`. */
  main: string;
  /** The field that a label or a heading above the entries names: `area`, `kind`. */
  group?: string;
  /** The field of a tick. */
  tick?: string;
  /** A literal first cell names the entry by this field; such rows are kept as they are. */
  fixedBy?: string;
  columns: [RegExp, string][];
};

const owner = /owner|who|assign|responsib|\bdri\b|lead|driver|person|champion|verantwort|responsable|zuständig/;
const due = /due|deadline|target date|by when|^when$|\beta\b|^date$|completion|bis wann|échéance|termin|fecha/;

/** Words of columns and labels for each collection, matched on the heading's key. */
export const collections: { [name: string]: CollectionWords } = {
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
  factors: {
    main: 'text',
    group: 'kind',
    tick: 'present',
    columns: [
      [/kind|type|category|area/, 'kind'],
      [/factor|descri|cause|what|detail/, 'text'],
    ],
  },
  gaps: {
    main: 'text',
    group: 'kind',
    columns: [
      [/kind|type|area/, 'kind'],
      [/gap|descri/, 'text'],
    ],
  },
  reasons: {
    main: 'text',
    group: 'kind',
    columns: [
      [/kind|type/, 'kind'],
      [/reason|descri/, 'text'],
    ],
  },
  whys: {
    main: 'answer',
    columns: [
      [/answer|because|antwort|réponse|respuesta/, 'answer'],
      [/question|why|warum|pourquoi/, 'question'],
      [/note|evidence/, 'note'],
    ],
  },
  steps: {
    main: 'text',
    columns: [
      [/tool/, 'tool'],
      [/command|query/, 'command'],
      [/result|outcome|output|effect/, 'result'],
      [/time|when/, 'at'],
      [/step|action|what|descri/, 'text'],
    ],
  },
  mitigations: {
    main: 'text',
    group: 'kind',
    columns: [
      [/kind|type/, 'kind'],
      [/mitigation|action|descri|what/, 'text'],
    ],
  },
  wentWell: {
    main: 'text',
    group: 'area',
    columns: [
      [/area|category|topic/, 'area'],
      [/what|descri|observ|well|detail/, 'text'],
    ],
  },
  wentWrong: {
    main: 'text',
    group: 'area',
    columns: [
      [/area|category|topic/, 'area'],
      [/what|descri|observ|wrong|detail|improve/, 'text'],
    ],
  },
  lessons: {
    main: 'text',
    group: 'area',
    columns: [
      [/area|category/, 'area'],
      [/topic/, 'topic'],
      [/lesson|what|descri|learn|insight/, 'text'],
    ],
  },
  prevention: {
    main: 'text',
    group: 'area',
    tick: 'done',
    columns: [
      [due, 'due'],
      [/status|state/, 'state'],
      [/area|category|type/, 'area'],
      [/measure|prevent|action|what|descri|improvement|change/, 'text'],
    ],
  },
  improvements: {
    main: 'text',
    group: 'horizon',
    columns: [
      [/horizon|when/, 'horizon'],
      [/improvement|what|change/, 'text'],
    ],
  },
  links: {
    main: 'text',
    group: 'kind',
    columns: [
      [/kind|type|description|title|name/, 'kind'],
      [/link|url|location|where|document/, 'text'],
    ],
  },
  related: { main: 'text', columns: [[/incident|link|descri|id|similar/, 'text']] },
  communications: {
    main: 'text',
    group: 'audience',
    columns: [
      [/time|when|date|sent/, 'at'],
      [/audience|^to$|recipient|stakeholder|who/, 'audience'],
      [/channel|medium|method|via|how/, 'channel'],
      [/message|text|content|update|summary|what|link/, 'text'],
    ],
  },
  followUps: { main: 'text', group: 'group', tick: 'done', columns: [[/step|action|what|task|item/, 'text']] },
  followUpMetrics: {
    main: 'value',
    group: 'metric',
    tick: 'done',
    columns: [
      [/metric/, 'metric'],
      [/value|result/, 'value'],
    ],
  },
  reviews: {
    main: 'text',
    group: 'interval',
    columns: [
      [/interval|review/, 'interval'],
      [/date|when|due/, 'date'],
      [/what|focus|scope|text|purpose/, 'text'],
    ],
  },
  criteria: { main: 'text', tick: 'done', columns: [[/criteri|what|descri/, 'text']] },
  meetingNotes: {
    main: 'text',
    group: 'kind',
    columns: [
      [/kind|type/, 'kind'],
      [/question|answer|note|point|decision|topic|item/, 'text'],
    ],
  },
  distribution: { main: 'list', tick: 'sent', columns: [[/list|group|team|who|recipient/, 'list']] },
  transitions: {
    main: 'reason',
    columns: [
      [/^from/, 'from'],
      [/^to$|state/, 'to'],
      [/time|when/, 'at'],
      [/reason|why/, 'reason'],
    ],
  },
  symptoms: { main: 'text', columns: [[/symptom|impact|what|descri/, 'text']] },
  appendices: { main: 'text', group: 'title', columns: [] },
  obligations: {
    main: 'required',
    group: 'regime',
    fixedBy: 'regime',
    columns: [
      [/regime|regulation|law/, 'regime'],
      [/required|report|answer/, 'required'],
    ],
  },
};
