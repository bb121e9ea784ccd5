import fc from 'fast-check';
import { catalogue, type Field } from '../../record/catalogue.ts';
import type { Moment } from '../../record/moment.ts';
import type { PostmortemRecord } from '../../record/record.ts';
import { readMoment } from '../../values/time.ts';
import { setPath } from '../path.ts';
import type { Template } from '../template.ts';

/** Values that broke earlier writers. Part of the stated domain of the law `read(write(record)) = record`. */
export const hostileLines = [
  'a | b',
  'two\nlines',
  '`code`',
  '**bold**',
  'trail*',
  '*',
  'a `b` c ``d``',
  '[hint]',
  '[hint]: x',
  'YYYY-MM-DD',
  'N/A',
  'X hours',
  '{{x}}',
  '{{incident.id}}',
  '🔥 fire',
  'مرحبا بالعالم',
  '\u202eevil\u202c',
  '__proto__',
  'constructor',
  '# not a heading',
  '- not an item',
  '+ plus',
  '1. not a number',
  '> no quote',
  '---',
  '* * *',
  '```',
  '~~~',
  '<!-- no comment',
  '<!-- a comment -->',
  '<br>',
  '&lt;br>',
  '&#45;',
  '&amp;#45;',
  'x ({y})',
  '2 to 3 (4)',
  'a - b - c',
  'x from onset',
  'text - Owner: me, Due: now',
  'Detection: text',
  'Impact: much',
  '[x] ticked',
  '[ ] open',
  'back\\slash\\',
  'pipe \\| escaped',
  '\\\\|',
  'C:\\dir\\|x',
  '|',
  '||',
  '(SLO: 99.9%)',
  'Yes/No',
  '?',
  'why? because',
  '$12,500',
  '日本語のテキスト',
  'ends with #',
  '–',
  'nul\u0000inside',
  '=',
  '====',
];

/** Prose over the domain: closed Markdown without headings, comments or rules of its own. */
export const hostileProse = [
  'One line.',
  'Two paragraphs.\n\nThe second.',
  'a | b',
  '`code` and **bold**',
  '- a list\n- of two',
  '1. one\n2. two',
  'Text\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\nmore',
  '```\ncode\n\n# no heading\n```',
  '> a quote\n> of two',
  'Impact: much\nWhat: this',
  '**Planned**:\n\n- x',
  '[hint] stays',
  '{{x}}',
  '🔥\nمرحبا',
  '__proto__',
  'line one  \nline two',
  'N/A',
];

const word = fc.stringMatching(/^[a-z]{1,8}$/);
const plain = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
const lineText = fc
  .oneof(
    { weight: 3, arbitrary: plain },
    { weight: 3, arbitrary: fc.constantFrom(...hostileLines) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom(...hostileLines), fc.constantFrom(...hostileLines))
        .map((pair) => pair.join(' ')),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }) },
  )
  .map((text) => text.replace(/\r\n?|[\u2028\u2029]/g, '\n').trim())
  .filter((text) => text !== '' && !/\n[ \t]|[ \t]\n/.test(text));
const proseText = fc.oneof(plain, fc.constantFrom(...hostileProse));
const momentTexts = ['14:23', '2025-12-19 14:23 UTC', '2025-12-19', '09:00 - 09:30', 'about noon', '2025-12-19 14:23'];
const moment = fc
  .constantFrom(...momentTexts)
  .map((text): Moment => readMoment(text) ?? { written: text, precision: 'unknown' });

function choiceOf(field: Field, template: Template): fc.Arbitrary<string> {
  const { severities, statuses } = template.policy;
  if (field.path === 'incident.severity')
    return fc.constantFrom(...new Set([...Object.values(severities), 'critical']));
  if (field.path === 'actions.status') return fc.constantFrom(...new Set([...Object.values(statuses), 'open']));
  return lineText;
}

/** Values of a constant that the template slices by, mixed with others. */
function sliced(field: Field, template: Template, other: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const known = (template.repeats.get(field.collection ?? '') ?? [])
    .flatMap(({ constants }) => constants)
    .filter(({ path }) => path === field.path)
    .flatMap(({ values }) => values);
  return known.length === 0
    ? other
    : fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: plain });
}

function valueOf(field: Field, template: Template): fc.Arbitrary<unknown> {
  switch (field.kind) {
    case 'flag':
      return fc.boolean();
    case 'moment':
      return moment;
    case 'prose':
      return field.collection === 'timeline' ? lineText : proseText;
    case 'choice':
      return sliced(field, template, choiceOf(field, template));
    default:
      return sliced(field, template, lineText);
  }
}

function entryOf(collection: string, fields: readonly Field[], template: Template): fc.Arbitrary<object> {
  const shape: { [key: string]: fc.Arbitrary<unknown> } = {};
  const required: string[] = [];
  for (const field of fields) {
    const key = field.path.slice(collection.length + 1);
    shape[key] = valueOf(field, template);
    if (field.kind === 'flag' || field.path === 'timeline.time') required.push(key);
  }
  return fc
    .record(shape, { requiredKeys: required as never[] })
    .map((entry: { [key: string]: unknown }) => {
      if (collection !== 'timeline') return entry;
      const { time, ...rest } = entry;
      return { ...(time as Moment), ...rest };
    })
    .filter((entry) => Object.values(entry).some((value) => typeof value === 'string'));
}

/** Records over the whole catalogue, hostile values included, for the law of one template. */
export function recordArbitrary(template: Template): fc.Arbitrary<PostmortemRecord> {
  const scalars: Field[] = [];
  const collections = new Map<string, Field[]>();
  for (const field of catalogue.values()) {
    if (field.collection === undefined) scalars.push(field);
    else collections.set(field.collection, [...(collections.get(field.collection) ?? []), field]);
  }
  const picked = fc.record(Object.fromEntries(scalars.map((field) => [field.path, valueOf(field, template)])), {
    requiredKeys: [],
  });
  const lists = fc.record(
    Object.fromEntries(
      [...collections].map(([name, fields]) => [
        name,
        fc.array(entryOf(name, fields, template), { minLength: 1, maxLength: 4 }),
      ]),
    ),
    { requiredKeys: [] },
  );
  const claims = fc.array(
    fc.record({ figure: fc.constantFrom('duration', 'timeToDetect', 'costTotal', 'downtime'), text: lineText }),
    { maxLength: 4 },
  );
  return fc.tuple(picked, lists, claims).map(([values, entries, stated]) => {
    const record: PostmortemRecord = {};
    for (const [path, value] of Object.entries(values)) if (value !== undefined) setPath(record, path, value);
    Object.assign(record, entries);
    if (stated.length > 0) record.claims = stated;
    return record;
  });
}
