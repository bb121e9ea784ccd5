import { minuteText } from './day.ts';
import { bytesText, numberText, shareText } from './numbers.ts';
import { plural } from './plural.ts';

/** Making an incident from what there is. */
export const newWords = {
  title: 'New post-mortem',
  material: 'What you have',
  paste: 'Paste it here',
  pasteHint: 'An alert as JSON, a Markdown document, notes as plain text, a log, the messages of a chat.',
  pastePlaceholder: 'Ctrl V',
  choose: 'Choose files…',
  drop: 'Or drop files here: documents, alert payloads, logs, tables, a Slack export as zip, anything to keep as evidence.',
  files: 'Files',
  kinds: { document: 'document', evidence: 'evidence', original: 'kept as it is' } as Record<string, string>,
  pastedDocument: 'pasted.md',
  pastedEvidence: 'pasted.json',
  pastedText: 'pasted.txt',
  remove: (name: string) => `Remove ${name}`,
  size: bytesText,
  result: 'The post-mortem',
  understood: 'What was understood',
  nothingYet: 'Nothing yet. Paste or drop something, or start empty: choose a template and give it a title.',
  reading: 'Reading…',
  template: 'Template',
  templateFound: (confidence: number) => `recognised, ${shareText(confidence)} sure`,
  templateGeneral: 'no template recognised: read by its headings and labels',
  templateChosen: 'your choice',
  templateReadAs: (name: string) => `read as ${name}, where more of it has a place`,
  titleField: 'Title',
  untitledError: 'Give it a title, so that others find it.',
  severity: 'Severity',
  from: 'Begins',
  to: 'Ends',
  noTime: 'not stated',
  at: (text: string) => {
    const zoned = /(?:Z|[+-]\d\d:?\d\d)$/.test(text.slice(11));
    const ms = Date.parse(text.length > 10 && !zoned ? `${text}Z` : text);
    if (Number.isNaN(ms)) return text;
    return text.length > 10 ? `${minuteText(ms)}${zoned ? ' UTC' : ''}` : text;
  },
  events: 'Events',
  eventsText: (count: number, suggested: number) =>
    suggested === 0
      ? plural(count, { one: '#', other: '#' })
      : `${numberText(count)}, ${plural(suggested, { one: '# milestone to confirm', other: '# milestones to confirm' })}`,
  actions: 'Actions',
  count: numberText,
  masked: 'Secrets',
  maskedText: (count: number) => plural(count, { one: '# masked', other: '# masked' }),
  notBound: 'Kept as sections of their own',
  refused: 'Not understood, kept as evidence',
  figures: 'Stated and computed',
  figuresHead: { figure: 'Figure', stated: 'Stated', computed: 'Computed', verdict: 'Whether they agree' },
  same: 'agree',
  differ: 'differ',
  cannotCompare: 'not comparable',
  moreFigures: (count: number) => plural(count, { one: '# more', other: '# more' }),
  findings: (count: number) => plural(count, { one: '# finding', other: '# findings' }),
  severities: { error: 'Error', warning: 'Warning', note: 'Note' } as Record<string, string>,
  repaired: 'Damaged letters were repaired',
  repairedText: (kind: string) =>
    `It is UTF-8 that was read as ${kind}. What is kept is the repaired text; the original stays as evidence.`,
  before: 'As it came',
  after: 'Repaired',
  create: 'Create',
  createKeys: 'Ctrl Enter',
  creating: 'Creating…',
  attaching: (done: number, count: number) => `Attaching ${done} of ${count}…`,
  attachFailed: (name: string, why: string) =>
    `${name} was not attached: ${why} The post-mortem is there; add it again on its page.`,
  created: (key: string) => `${key} was created.`,
  tooLarge: (name: string) => `${name} is too large to be read here; it is kept as evidence.`,
  manyDocuments: 'Its other documents are kept as evidence; to make a post-mortem of each, import them.',
  importLink: 'Import several documents',
  faults: {
    broken: 'the archive cannot be read: download or export it again',
    encrypted: 'the archive is encrypted: unpack it first',
    'too-large': 'there is more than 256 MB in it: give the part that matters',
    'too-many': 'there are more than 20,000 files in it: give the part that matters',
    escapes: 'a path in the archive leads out of it: do not trust it',
  } as Record<string, string>,
};
