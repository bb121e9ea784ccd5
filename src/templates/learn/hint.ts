import { plainText } from '../../markdown/plain.ts';

/** Where a form asks for something within a line: offsets relative to the text. */
export type HintSpan = { from: number; to: number; words: string };

const date =
  '(?:YYYY|yyyy|20xx|20XX|[Yy]{2}|DD|dd|MM|mm)[-/. ]{0,2}(?:MMM?|mmm?|DD|dd|xx|XX)(?:[-/. ]{0,2}(?:YYYY|yyyy|DD|dd|xx|XX))?';
const clock = '(?:HH|hh|xx|XX)[:.]?(?:MM|mm|xx|XX)(?:[:.]?(?:SS|ss))?(?:Z| ?\\(?(?:UTC|AM|PM|am|pm|TZ|Z)\\)?)?';
const amount =
  '[$€£]?\\b[XYZN]{1,3}(?:\\.[XYZN]{1,2})?\\b ?(?:%|ms|(?:(?:hours?|minutes?|mins?|days?|seconds?|hrs?|users?|customers?|tickets?|requests?)(?:/[a-z]{1,12})?\\b)?)';
const asked = '\\?{2,3} ?%?(?: ?\\(\\?{1,3} of \\?{1,3}\\))?|\\?(?:mins?|hours?|%)';

const hint = new RegExp(
  [
    '\\[[^\\[\\]\\n]{1,300}\\](?![(\\[])',
    '\uE000{2,3}[^\uE000\uE001\\n]{0,200}\uE001{2,3}',
    '<(?!/|!|br\\b|https?:|mailto:|table|tr|td|th|div|span|p>|a |img|details|summary>)[A-Za-z][^<>\\n]{0,120}>',
    '<!--[^<>\\n]{0,300}-->',
    '\\$\\{?[A-Za-z_]{2,40}\\}',
    '%[A-Z_]{2,30}%',
    `${date}(?:[T ]${clock})?`,
    `\\b${clock}`,
    '_{3,}|\\.{4,}',
    asked,
    amount,
    '@(?:username|name|user|manager|director|team|owner|person|handle)\\b',
    '\\b(?:TODO|TBD|TBA|FIXME|XXX+|YYY+|ZZZ+|PLACEHOLDER)\\b',
    '\\b(?:[Ll]orem ipsum)\\b',
  ].join('|'),
  'g',
);

/** Every span of a line that looks like something to replace. Neighbours with only blanks between them are one. */
export function hintSpans(text: string): HintSpan[] {
  const spans: HintSpan[] = [];
  for (const match of text.slice(0, 2000).matchAll(hint)) {
    const from = match.index;
    const to = from + match[0].trimEnd().length;
    if (to === from || /^\[[ xX]\]$/.test(match[0])) continue;
    const last = spans.at(-1);
    if (
      last !== undefined &&
      !/[\]>\uE001]$/.test(text.slice(from, to)) &&
      /^[ T]?(?:and )?$/.test(text.slice(last.to, from))
    )
      last.to = to;
    else spans.push({ from, to, words: '' });
  }
  for (const span of spans) span.words = text.slice(span.from, span.to);
  return spans;
}

const choice = /^[\p{L}\p{N}][\p{L}\p{N} -]{0,30}(?: ?[/|] ?[\p{L}\p{N}][\p{L}\p{N} -]{0,30}){1,8}$/u;
const blankLike = /^(?:[-–—.…?]{1,3}|n\/?a|none|todo|tbd|tba|example|lorem ipsum.{0,80})?$/i;

/** A list of words to choose from: `SEV1/SEV2/SEV3`, `Open | Closed`. Returns the words. */
export function choices(text: string): string[] | undefined {
  const plain = plainText(text)
    .replace(/^\[(.{1,200})\]$/, '$1')
    .replace(/[*_`]/g, '')
    .trim();
  if (!choice.test(plain) || !/[/|]/.test(plain)) return undefined;
  const words = plain.split(/\s*[/|]\s*/).filter((word) => word !== '');
  return words.every((word) => /\p{L}/u.test(word) && word.split(' ').length <= 3) ? words : undefined;
}

/** Is a whole line of help: emphasis around all of it, or a comment? */
export function isHelp(text: string): boolean {
  const line = text.trim();
  if (line.startsWith('<!--')) return true;
  if (line.length < 3 || line.startsWith('**')) return false;
  const mark = line[0];
  return (mark === '_' || mark === '*') && /[_*]{1,2}[.:]?$/.test(line) && /\s/.test(line);
}

/** Does a text ask to be replaced: blank, a hint, a list of choices, help in italics? */
export function asks(text: string): boolean {
  const line = text.trim();
  if (blankLike.test(plainText(line))) return true;
  return isHelp(line) || hintSpans(line).length > 0 || choices(line) !== undefined;
}
