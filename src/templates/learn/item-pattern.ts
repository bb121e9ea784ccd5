import { headingKey } from '../../markdown/heading-key.ts';
import { hintSpans } from './hint.ts';
import { slot } from './state.ts';
import { collections } from './vocabulary/collections.ts';

/** The field a word names in a collection; `taken` are left out. */
export function columnOf(collection: string, word: string, taken: ReadonlySet<string>): string | undefined {
  const key = headingKey(word.replace(/\/\s*/g, ' ')) || word.trim();
  return collections[collection]?.columns.find(([pattern, field]) => !taken.has(field) && pattern.test(key))?.[1];
}

const segment =
  /\b(owner|assignee|assigned to|due(?: date| by)?|deadline|priority|status|ticket|issue|jira|verification|type)\b ?: ?(?=\S)/gi;
const timeFirst =
  /^(?:[*_`]{0,2}[[(]?)(?:\uE000{2,3}[^\uE000\uE001\n]{0,60}(?:time|hh|date|yyyy)[^\uE000\uE001\n]{0,60}\uE001{2,3}|\[[^\]\n]{0,40}(?:time|HH|hh|date|YYYY|\d)[^\]\n]{0,40}\]|<[^<>\n]{0,40}(?:time|HH|hh|date)[^<>\n]{0,40}>|(?:YYYY|20\d\d|20xx|DD|MM)[-/.\dMDxX]{3,8}|(?:HH|hh|XX|xx|\d{1,2}):(?:MM|mm|XX|xx|\d{2}))(?:[ T,]{0,2}(?:\d{1,2}:\d\d|HH:MM|hh:mm|[AP]M|UTC|Z|[A-Z]{3,4}|\(UTC\)))*[\])]?[*_`]{0,2}/;

/** Does a line begin with a time or a hint for one? */
export const startsWithTime = (text: string): boolean => timeFirst.test(text.slice(0, 160));

/** An entry of a collection as a form writes it, with placeholders for what it asks: `{{actions.text}} (due: {{actions.due}})`. */
export function itemPattern(text: string, collection: string): string {
  const words = collections[collection];
  if (words === undefined) return text;
  const { decoration, body, wrap } = unwrap(text);
  if (collection === 'timeline') return decoration + timelinePattern(text.slice(decoration.length));
  const inner = labelled(body, collection) ?? hinted(body, collection, words.main);
  return `${decoration}${wrap}${inner}${wrap}`;
}

/** Leading signs such as a tick or a warning, and marks around the whole. */
function unwrap(text: string): { decoration: string; body: string; wrap: string } {
  const decoration = /^(?:[\p{Extended_Pictographic}\uFE0F\u200D]{1,4} ?)/u.exec(text)?.[0] ?? '';
  let body = text.slice(decoration.length);
  const code = /^`([^`]{1,400})`$/.exec(body);
  if (code !== null) body = code[1] ?? '';
  const bracket = /^\[([^[\]]{1,300})\]$/.exec(body);
  if (bracket !== null) body = bracket[1] ?? '';
  return { decoration, body, wrap: code === null ? '' : '`' };
}

function timelinePattern(text: string): string {
  const time = timeFirst.exec(text.slice(0, 160))?.[0];
  if (time === undefined) return `${slot('timeline.time')} - ${slot('timeline.text')}`;
  const rest = text.slice(time.length);
  const mark = /^[*_`]{1,2}/.exec(time)?.[0] ?? '';
  const closed = mark !== '' && time.endsWith(mark);
  const sign = /^(?: ?[\p{L}]{2,6})?[*_` ]{0,3}([-–—:|]|->|→)[*_` ]{0,3}/u.exec(rest);
  // A colon also stands in the time itself, so it cannot separate the two.
  const separator = sign === null || sign[1] === ':' ? ' - ' : ` ${sign[1]} `;
  return closed
    ? `${mark}${slot('timeline.time')}${mark}${separator}${slot('timeline.text')}`
    : `${slot('timeline.time')}${separator}${slot('timeline.text')}`;
}

/** `Action - Owner: Name, Due: Date`: each known word before a colon opens a field. */
function labelled(body: string, collection: string): string | undefined {
  const found = [...body.slice(0, 400).matchAll(segment)];
  const first = found[0];
  const main = collections[collection]?.main ?? 'text';
  if (first === undefined) return undefined;
  const taken = new Set<string>([main]);
  const before = body.slice(0, first.index);
  const glue = /[^\p{L}\p{N}\])>}]*[([]?$/u.exec(before)?.[0] ?? ' ';
  let out = `${slot(`${collection}.${main}`)}${/[-–—,;:(|]/.test(glue) ? glue : ' - '}`;
  for (const [index, match] of found.entries()) {
    const field = columnOf(collection, match[1] ?? '', taken);
    if (field === undefined) return undefined;
    taken.add(field);
    const next = found[index + 1]?.index ?? body.length;
    const value = body.slice(match.index + match[0].length, next);
    const end = /(?: ?[,;|)\]]+ ?| [-–—] )[,;)\] ]*$/.exec(value)?.[0] ?? (found[index + 1] === undefined ? '' : ', ');
    out += match[0] + slot(`${collection}.${field}`) + end;
  }
  return out;
}

/** Hints one after another: the first is the entry's text, the others are known by their words. */
function hinted(body: string, collection: string, main: string): string {
  const spans = hintSpans(body);
  const taken = new Set<string>([main]);
  let out = slot(`${collection}.${main}`);
  let end = spans[0]?.to ?? body.length;
  for (const span of spans.slice(1)) {
    const bare = span.words.replace(/[[\]{}<>@\uE000\uE001]/g, ' ');
    const field = columnOf(collection, /Y{2,4}|yyyy/.test(bare) ? 'due' : bare, taken);
    if (field === undefined) continue;
    taken.add(field);
    const between = body.slice(end, span.from);
    out += `${/[^\s*_`]/.test(between) && between.length < 20 ? between : ' - '}${slot(`${collection}.${field}`)}`;
    end = span.to;
  }
  if (taken.size > 1 && /^\s*[)\]]/.test(body.slice(end)) && /[([]/.test(out)) out += body.slice(end).trim()[0];
  return out;
}
