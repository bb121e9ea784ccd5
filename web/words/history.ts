import { listText, plural } from './plural.ts';

/** Versions and changes of an incident. */
export const historyWords = {
  title: 'History',
  versions: {
    title: 'Versions',
    none: 'No version is kept yet.',
    noneAdvice: 'One is kept with each step, as when review is requested, and whenever you ask for one.',
    about: 'Kept with each step, for each signature, before a restoring, and when asked.',
    keep: 'Keep a version now',
    kept: (number: number) => `Version ${number} is kept.`,
    keptAlready: (number: number) => `Version ${number} says the same already.`,
    columns: { number: 'Version', status: 'Then', by: 'By', at: 'Kept', content: 'Content', actions: 'Actions' },
    compare: 'Compare',
    compareWith: (number: number) => ` version ${number} with now`,
    restore: 'Restore',
    restoreOf: (number: number) => ` version ${number}`,
    otherTemplate: (template: string) => `in the template ${template}`,
  },
  compare: {
    title: 'Compare',
    from: 'From',
    to: 'To',
    version: (number: number) => `Version ${number}`,
    now: 'Now',
    same: 'Nothing differs.',
    changes: (added: number, removed: number) =>
      `${plural(added, { one: 'one line added', other: '# lines added' })}, ${plural(removed, { one: 'one line removed', other: '# lines removed' })}`,
    added: 'added',
    removed: 'removed',
    lines: (from: number) => `From line ${from}`,
    evidence: 'Evidence',
    reordered: (list: string) => `${list}: in another order`,
    table: 'Differences, line by line',
    more: (count: number) => plural(count, { one: 'One more place differs', other: '# more places differ' }),
  },
  restore: {
    name: (number: number) => `Restore version ${number}`,
    text: 'The document takes on what this version said, in the template it had. What is there now is kept as a version.',
    textOfPart: 'Only this takes on what the version said. What was there stays in the history.',
    scope: 'What comes back',
    everything: 'Everything',
    would: 'What would change',
    voids: 'Signatures of the present content become void.',
    left: {
      'evidence.attached': (name: string) => `“${name}” was attached since and stays attached.`,
      'evidence.detached': (name: string) => `“${name}” was detached since and is not attached again.`,
      'template.gone': (name: string) =>
        `The template ${name} is no longer there; the document stays in its present one.`,
      'template.changed': (name: string) =>
        `The template ${name} was changed since; the document follows what it says now.`,
    } as Record<string, (name: string) => string>,
    template: (name: string) => `The document is written in the template ${name} again.`,
    reordered: (lists: string[]) => `In another order: ${listText(lists)}.`,
    done: (changed: number, added: number, removed: number) =>
      `Restored: ${plural(changed, { one: 'one field changed', other: '# fields changed' })}, ${plural(added, { one: 'one entry added', other: '# entries added' })}, ${plural(removed, { one: 'one removed', other: '# removed' })}.`,
    same: 'The document says the same already.',
  },
  changes: {
    title: 'What happened',
    part: 'Part',
    whole: 'the whole document',
    none: 'Nothing happened here yet.',
    noneOf: 'Nobody has changed this yet.',
    historyOf: 'History of',
    ofField: ', its history',
    token: 'agent or program',
    proposedBy: (name: string) => `As ${name} proposed`,
    erased: 'What it said was erased on request.',
    partly: 'Edited in a text that the ledger no longer holds:',
    gone: (count: number) => plural(count, { one: '# character removed', other: '# characters removed' }),
    nothing: 'nothing',
    entry: (seq: number) => `entry ${seq}`,
    fields: (count: number) => plural(count, { one: '# field', other: '# fields' }),
    shown: (count: number, more: boolean) =>
      more
        ? plural(count, { one: '# change so far', other: '# changes so far' })
        : plural(count, { one: '# change', other: '# changes' }),
  },
};
