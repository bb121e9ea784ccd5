import { type CollectionWords, due } from './collection-words.ts';

/** Collections that forms show as lists: causes, lessons, prevention, links, aftercare. */
export const listCollections: { [name: string]: CollectionWords } = {
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
