import { plural } from './plural.ts';

/** Rules that say to which incident a signal belongs. */
export const rulesWords = {
  intro:
    'Each signal is held against these rules from the top: the first that fits and finds what it needs decides. Without one, the signal waits for a person.',
  onlyOwners: 'Owners change them.',
  source: 'Rules',
  saved: 'The rules are saved. They decide about what comes from now on.',
  usual: 'Back to the usual rules',
  usualTitle: 'Give up your rules?',
  usualText:
    'The usual ones take their place: a signal joins the open incident of its alert or service, else it waits.',
  discard: 'Discard changes',
  unsaved: 'Not saved yet',
  changed: 'Somebody else has changed the rules since. Save again to put yours in place of theirs.',
  theirs: 'What is kept now',
  more: (count: number) => plural(count, { one: 'and # more problem', other: 'and # more problems' }),
  atLine: (line: number) => `Line ${line}:`,
  preview: 'What they would do',
  previewText: (count: number) =>
    plural(count, { one: 'With the last signal, were it new', other: 'With the last # signals, were they new' }),
  before: 'From before the problem in line:',
  noSignals: 'No signal came yet. What the rules do with the last ones stands here.',
  acts: { join: 'joins', open: 'opens', leave: 'waits', ignore: 'is ignored' },
  signal: 'Signal',
  act: 'What happens',
  why: 'Why',
  noRule: 'no rule',
  guide: 'What a rule can say',
  guideWhen: 'which signals it is about; what is not named may be anything',
  guideWhens: {
    source: 'the system: alertmanager, github',
    service: 'the service that the signal is about',
    severity: 'as the source says it: critical, warning',
    condition: 'the name of the alert',
    state: 'open: the alert fires; closed: it ended',
    text: 'what the signal says',
    hook: 'the name of the hook it came to',
  },
  guidePattern: 'Each takes one value or a list of them; * stands for any letters, and case is no matter.',
  guideThen: 'what happens',
  guideThens: {
    join: 'to the open incident by: condition or by: service, withinHours: 24 of its beginning. Fits several: it waits',
    open: 'opens an incident: template, title with {condition}, {service}, {severity}, and severity as a table of theirs to yours',
    leave: 'waits for a person',
    ignore: 'is put aside; it can be taken back under Signals',
  },
  example: 'An example',
  starter: `rules:
  - name: Nobody needs to know of backups
    when: { condition: "Backup*", severity: [info, warning] }
    do: ignore
  - name: The same alert
    do: join
    by: condition
  - name: The same service
    do: join
    by: service
    withinHours: 6
  - name: Payments never wait
    when: { service: "pay-*", severity: critical, state: open }
    do: open
    title: "{condition} on {service}"
    template: enterprise
    severity: { critical: SEV1 }
`,
};
