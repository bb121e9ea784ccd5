import type { Block, Fence } from '../markdown/blocks.ts';
import { findMoments } from '../values/time.ts';
import { keyedEntries } from './entries-keyed.ts';
import { listEntries, listGroup } from './entries-list.ts';
import { sentencesOf } from './entries-prose.ts';
import { tableEntries } from './entries-table.ts';
import { type Entry, joined, splitLeading, splitTrailing } from './entry.ts';
import { explicitMilestone } from './milestone-explicit.ts';
import { bareTime, type EntryScope, introducesTimeline, push } from './entry-scope.ts';

const statusWord =
  /^\W{0,4}(?:investigating|identified|monitoring|update|resolved|postmortem|in progress|verifying|completed|scheduled)\b/i;
const statusLine = /^\W{0,4}(?:investigating|identified|resolved)\W{0,4}$/i;
const hasDigit = /\d/;
const quoteMark = /^[ \t>]{1,12}/;

/** A line without the blanks and quote marks before it: most have none. */
const outdented = (line: string): string =>
  ' \t>'.includes(line[0] ?? 'x') ? line.replace(/^[ \t>]{1,12}/, '') : line;

/** Sentences of a line that each open with a moment: `At 14:05 it failed. At 14:20 it was fixed.` */
function tellingSentences(
  line: string,
): { split: NonNullable<ReturnType<typeof splitLeading>>; from: number; to: number }[] {
  return sentencesOf(line).flatMap(({ from, to }) => {
    const split = splitLeading(line.slice(from, to).trimStart());
    return split ? [{ split, from, to }] : [];
  });
}

/** Fewer lines that open with times are no log. */
const leastLogged = 3;

const timeAhead = /^[ \t>]*\d{1,2}[:.]\d\d/;
const closesWord = /^[ \t>]*\d{1,2}[:.]\d\d\s?[)\].,;]/;
/** What a line that goes on below ends with. */
const joint = /\s(?:at|from|until|till|and|the|an?|of|between|around)\s$/i;

function paragraphEntries(from: number, to: number, scope: EntryScope, source: Entry['source']): void {
  const whole = scope.text.slice(from, to);
  if (!hasDigit.test(whole)) return;
  const first = scope.into.length;
  let offset = from;
  let open: Entry | undefined;
  let before = '';
  let lines = 0;
  for (const raw of whole.split('\n')) {
    const line = source === 'quote' ? raw.replace(quoteMark, (mark) => ' '.repeat(mark.length)) : raw;
    // `(the desk opens\n09:00).`, `a restore from the\n03:00 copy`: a wrapped line goes on with a time.
    const wrapped =
      offset > from &&
      timeAhead.test(line) &&
      (closesWord.test(line) || joint.test(scope.text.slice(offset - 9, offset)));
    const split =
      !wrapped && line.length < 5000
        ? splitLeading(outdented(line), true, scope.timeline && bareTime.test(line))
        : undefined;
    const told = split && line.length > 60 ? tellingSentences(line) : [];
    if (told.length > 1) {
      for (const sentence of told) push(scope, sentence.split, offset + sentence.from, offset + sentence.to, source);
      open = scope.into.at(-1);
      offset += line.length + 1;
      continue;
    }
    if (split) {
      // A time below its words: `Resolved - all is well again` and then `Jun 3, 14:05 UTC`.
      const above = open === undefined && split.text === '';
      lines += 1;
      push(scope, above ? { ...split, text: before } : split, above ? from : offset, offset + line.length, source);
      open = scope.into.at(-1);
    } else if (open === undefined) before = before.length > 2000 ? before : `${before} ${line.trim()}`.trim();
    else {
      const more = line.trim().replace(/^:\s+/, '');
      // `Wed 22 Jan, 09:31 — Investigating` and what is told below it: the word is the state, not the begin of a sentence.
      const state =
        more !== '' && open.text.length < 40 && statusLine.test(open.text) ? explicitMilestone(open.text) : undefined;
      if (state !== undefined) open.milestone ??= state;
      open.text = open.text === '' ? more : `${open.text} ${more}`;
      open.to = offset + line.length;
    }
    offset += line.length + 1;
  }
  // Lines of a paragraph that open with times, from its first on, are as good as a list.
  if (before === '' && lines >= leastLogged)
    for (const entry of scope.into.slice(first)) if (entry.source === 'paragraph') entry.source = 'list';
  if (open === undefined && statusWord.test(whole)) {
    const split = whole.length < 5000 ? splitTrailing(joined(whole)) : undefined;
    if (split?.mention.clock) push(scope, split, from, to, source);
  }
}

const byline =
  /\b(?:publish|posted|written|updat|report|copied|next|due|until|review|added|amended|planned|scheduled)|^\W{0,6}(?:from|date|sent|subject)\W/im;

/** The one day that a paragraph before a list states for it: `What happened on Wednesday, 8 February 2023:`. */
function introducedDay(from: number, to: number, next: Block | undefined, scope: EntryScope): boolean {
  if (to - from > 600 || (next?.type !== 'list' && next?.type !== 'table' && next?.type !== 'quote')) return false;
  const words = scope.text.slice(from, to);
  if (!hasDigit.test(words) || byline.test(words)) return false;
  const dated = findMoments(words).filter(({ date }) => date?.month !== undefined);
  const [mention] = dated;
  const days = new Set(dated.map(({ date }) => `${date?.year ?? ''}/${date?.month}/${date?.day}`));
  if (!mention?.date || mention.invalid || days.size !== 1) return false;
  const own = { date: mention.date, from: mention.from, to: mention.to };
  const group = next.type === 'list' ? listGroup(next, scope) : scope.group;
  const written = words.slice(mention.from, mention.to);
  push({ ...scope, group }, { mention: own, written, text: '' }, from, to, 'heading');
  return true;
}

/** The day that one of up to three paragraphs before a list states for it, the nearest first. */
function dayAbove(blocks: Block[], index: number, scope: EntryScope): void {
  for (let at = index; at >= Math.max(0, index - 2); at -= 1) {
    const block = blocks[at];
    if (block?.type !== 'paragraph' || introducedDay(block.from, block.to, blocks[index + 1], scope)) return;
  }
}

/** Adds the day that a line of a log states alone: `2020-02-29`, `-- Tuesday, 3 March (UTC) --`. */
function dayLine(from: number, to: number, scope: EntryScope): boolean {
  const split = to - from < 60 ? splitLeading(scope.text.slice(from, to), false) : undefined;
  if (!split || split.mention.clock || !/^\W{0,9}(?:[A-Z]{3,4}\W{0,9})?$/.test(split.text)) return false;
  push(scope, { ...split, text: '' }, from, to, 'heading');
  return true;
}

function quoteEntries(block: Block & { type: 'quote' }, scope: EntryScope): void {
  const into: Entry[] = [];
  for (const [index, child] of block.blocks.entries()) {
    if (child.type === 'paragraph') {
      const before = into.length;
      paragraphEntries(child.from, child.to, { ...scope, into }, 'quote');
      if (into.length === before) introducedDay(child.from, child.to, block.blocks[index + 1], { ...scope, into });
    } else if (child.type === 'list') listEntries(child, { ...scope, into });
  }
  const timed = into.filter(({ mention }) => mention.clock).length;
  if (scope.timeline || timed >= leastLogged) for (const entry of into) scope.into.push(entry);
}

/** Entries of blocks, in order. Code is evidence, not timeline, except where a timeline section holds nothing else. */
export function blockEntries(blocks: Block[], scope: EntryScope): void {
  const start = scope.into.length;
  let timeline = scope.timeline;
  for (const [index, block] of blocks.entries()) {
    const inner = timeline === scope.timeline ? scope : { ...scope, timeline };
    if (block.type === 'table')
      for (const entry of tableEntries(block, scope.text, scope.group, scope.timeline)) scope.into.push(entry);
    else if (block.type === 'list') listEntries(block, inner);
    else if (block.type === 'paragraph') {
      const before = scope.into.length;
      paragraphEntries(block.from, block.to, inner, 'paragraph');
      if (scope.into.length === before) dayAbove(blocks, index, scope);
      timeline =
        scope.timeline || introducesTimeline(scope.text.slice(block.from, Math.min(block.to, block.from + 80)));
    } else if (block.type === 'quote') quoteEntries(block, inner);
  }
  if (scope.into.length > start) return;
  for (const block of blocks)
    if (block.type === 'fence' && (scope.timeline || isDiary(block, scope.text))) codeEntries(block, scope);
}

function codeEntries(fence: Fence, scope: EntryScope): void {
  if (keyedEntries(fence, scope)) return;
  for (const line of fence.lines)
    if (!dayLine(line.from, line.to, scope)) paragraphEntries(line.from, line.to, scope, 'quote');
}

/** A line that a person wrote: a time in minutes, perhaps behind a day, then words. Programs write seconds. */
const diaryLine =
  /^[ \t]{0,8}(?:[\p{L}\d.,/-]{1,12}[ ,]{1,3}){0,3}(?:[01]?\d|2[0-3]):[0-5]\d(?![:.\d])[^\n]{0,12}\s\p{L}/u;

/** A timeline set as code, as mails and plain notes have it: five lines or more, nearly all of them a person's. */
function isDiary({ info, lines }: Fence, text: string): boolean {
  if (info !== '' || lines.length < 5 || lines.length > 200) return false;
  const told = lines.filter(({ from, to }) => diaryLine.test(text.slice(from, Math.min(to, from + 80)))).length;
  return told >= 5 && told * 4 >= lines.length * 3;
}
