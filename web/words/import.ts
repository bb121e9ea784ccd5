import { numberText, shareText } from './numbers.ts';
import { plural } from './plural.ts';

/** Taking over what was written elsewhere. */
export const importWords = {
  title: 'Import',
  source: 'Documents to take over',
  lead: 'Markdown files, a whole folder of them, or a zip archive: dropped here or chosen. They are read first; nothing is kept until you say so.',
  choose: 'Choose files or a zip…',
  chooseFolder: 'Choose a folder…',
  otherTemplate: 'Template where none is recognised',
  serverDefault: 'The default of this server',
  keepOriginals: 'Keep each original as evidence',
  report: 'Report',
  reading: (done: number, all: number) => `Read ${numberText(done)} of ${numberText(all)}`,
  creating: (done: number, all: number) => `Created ${numberText(done)} of ${numberText(all)}`,
  stopped: 'Stopped.',
  done: (created: number, failed: number) =>
    `${plural(created, { one: '# post-mortem created', other: '# post-mortems created' })}, ${plural(failed, { one: '# failed', other: '# failed' })}.`,
  readDone: (count: number, failed: number) =>
    failed === 0
      ? plural(count, { one: '# file read.', other: '# files read.' })
      : `${plural(count, { one: '# file read', other: '# files read' })}, ${plural(failed, { one: '# could not be', other: '# could not be' })}.`,
  leftOut: (count: number) =>
    plural(count, {
      one: '# file is no Markdown and was left out.',
      other: '# files are no Markdown and were left out.',
    }),
  stop: 'Stop',
  goOn: 'Go on reading',
  create: (count: number) => plural(count, { one: 'Create # post-mortem', other: 'Create # post-mortems' }),
  retry: (count: number) => plural(count, { one: 'Try # again', other: 'Try # again' }),
  csv: 'Download as CSV',
  csvName: 'hindcast-import.csv',
  csvHeads: [
    'file',
    'state',
    'key',
    'template',
    'confidence',
    'values',
    'parts',
    'sections not bound',
    'errors',
    'other findings',
    'letters repaired',
    'reason',
  ],
  clear: 'Start over',
  show: 'Show',
  showAll: 'all files',
  showFailed: 'those that failed',
  showUnbound: 'those with sections that have no place',
  none: 'No file is of this kind.',
  columns: {
    file: 'File',
    template: 'Template',
    bound: 'Bound',
    unbound: 'Not bound',
    findings: 'Findings',
    result: 'Result',
  },
  recognised: shareText,
  general: 'none recognised',
  values: (count: number, parts: number) =>
    `${plural(count, { one: '# value', other: '# values' })} in ${plural(parts, { one: '# part', other: '# parts' })}`,
  sections: (count: number) => plural(count, { one: '# section', other: '# sections' }),
  section: (heading: string, line: number) => `${heading === '' ? 'before the first heading' : heading}, line ${line}`,
  everything: 'everything has a place',
  repaired: 'letters repaired',
  findingsText: (errors: number, others: number) =>
    errors === 0
      ? numberText(others)
      : `${plural(errors, { one: '# error', other: '# errors' })}, ${numberText(others)} more`,
  states: {
    waiting: 'waiting',
    reading: 'reading',
    read: 'ready',
    creating: 'creating',
    created: 'created',
    failed: 'failed',
  } as Record<string, string>,
  tooLarge: 'It is larger than 9 MB.',
  noText: 'It is no text.',
  empty: 'It is empty.',
  notAttached: 'created; its original was not attached',
};
