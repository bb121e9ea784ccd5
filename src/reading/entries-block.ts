import type { Block, Item, List } from '../markdown/blocks.ts';
import { plainText } from '../markdown/plain.ts';
import { sentencesOf } from './entries-prose.ts';
import { type Entry, joined, splitLeading, splitTrailing } from './entry.ts';
import { tableEntries } from './entries-table.ts';
import { conceptOf } from './label-concepts.ts';
import { labelKey, readLabelLine } from './labels.ts';
import { kindOfHeading } from './section-kind.ts';

/** Where entries are looked for: `timeline` is true inside a timeline section or list. */
export type EntryScope = { text: string; group: number; timeline: boolean; into: Entry[] };

const statusWord =
  /^\W{0,4}(?:investigating|identified|monitoring|update|resolved|postmortem|in progress|verifying|completed|scheduled)\b/i;
const hasDigit = /\d/;
/** `0905 - Deploy begins`: four digits and a mark, at the start of a line of a timeline. */
const bareTime = /^[\s>*_`[-]{0,12}(?:[01]\d|2[0-3])[0-5]\dh?[\]*_`]{0,3}\s?[-–—:]\s/;

/** True for a short line that only introduces what follows: `**Key events**`, `Timeline:`. */
const introducesTimeline = (line: string): boolean =>
  line.length < 70 && kindOfHeading(plainText(line).replace(/:\s*$/, '')) === 'timeline';

function push(
  scope: EntryScope,
  split: { mention: Entry['mention']; written: string; text: string },
  from: number,
  to: number,
  source: Entry['source'],
): void {
  scope.into.push({ ...split, text: joined(split.text).replace(/^:\s+/, ''), from, to, group: scope.group, source });
}

/** Sentences of a line that each open with a moment: `At 14:05 it failed. At 14:20 it was fixed.` */
function tellingSentences(
  line: string,
): { split: NonNullable<ReturnType<typeof splitLeading>>; from: number; to: number }[] {
  return sentencesOf(line).flatMap(({ from, to }) => {
    const split = splitLeading(line.slice(from, to).trimStart());
    return split ? [{ split, from, to }] : [];
  });
}

function paragraphEntries(from: number, to: number, scope: EntryScope, source: Entry['source']): void {
  const whole = scope.text.slice(from, to);
  if (!hasDigit.test(whole)) return;
  let offset = from;
  let open: Entry | undefined;
  let before = '';
  for (const line of whole.split('\n')) {
    const split =
      line.length < 5000
        ? splitLeading(line.replace(/^[ \t>]{0,12}/, ''), true, scope.timeline && bareTime.test(line))
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
      push(scope, above ? { ...split, text: before } : split, above ? from : offset, offset + line.length, source);
      open = scope.into.at(-1);
    } else if (open === undefined) before = before.length > 2000 ? before : `${before} ${line.trim()}`.trim();
    else {
      open.text = open.text === '' ? line.trim() : `${open.text} ${line.trim()}`;
      open.to = offset + line.length;
    }
    offset += line.length + 1;
  }
  if (open === undefined && statusWord.test(whole)) {
    const split = whole.length < 5000 ? splitTrailing(joined(whole)) : undefined;
    if (split?.mention.clock) push(scope, split, from, to, source);
  }
}

function itemEntry(item: Item, scope: EntryScope): boolean {
  const first = item.blocks[0];
  const end = first?.type === 'paragraph' ? first.to : item.contentFrom;
  const line = scope.text.slice(item.contentFrom, end);
  if (!hasDigit.test(line.slice(0, 200)) && !hasDigit.test(line.slice(-80))) return false;
  const nested = item.blocks.length > 1;
  const leading = splitLeading(line, !scope.timeline || nested, scope.timeline && bareTime.test(line));
  if (leading && (leading.text !== '' || nested)) {
    const rest =
      leading.text === '' && item.blocks[1]?.type === 'paragraph'
        ? scope.text.slice(item.blocks[1].from, item.blocks[1].to)
        : '';
    push(scope, { ...leading, text: leading.text || rest }, item.from, end, 'list');
    return true;
  }
  const short = line.length < 260;
  // `Start: 10:00 UTC` outside a timeline is a label, which finds its own place in time.
  const label = scope.timeline ? undefined : readLabelLine(line);
  const trailing = short && !(label && conceptOf(labelKey(label.name))) ? splitTrailing(joined(line)) : undefined;
  if (
    trailing &&
    (trailing.mention.clock ?? trailing.mention.date) !== undefined &&
    (scope.timeline || (trailing.mention.clock && trailing.text.length < 60 && !/[:?]\W*$/.test(trailing.text)))
  ) {
    push(scope, trailing, item.from, end, 'list');
    return true;
  }
  return false;
}

/** A date alone that holds for the nested items: `- **May 3**` with times below it. */
function dateOnly(item: Item, scope: EntryScope): boolean {
  const first = item.blocks[0];
  if (first?.type !== 'paragraph' || item.blocks.length < 2) return false;
  const split = splitLeading(scope.text.slice(first.from, first.to), false);
  if (!split || split.mention.clock || split.text.length > 20) return false;
  push(scope, { ...split, text: '' }, first.from, first.to, 'heading');
  return true;
}

function listEntries(list: List, scope: EntryScope): void {
  // Outside a timeline every list tells its own story: its days start afresh.
  const own = scope.timeline ? scope : { ...scope, group: 1_000_000 + list.from };
  for (const item of list.items) {
    const first = item.blocks[0];
    const label = first?.type === 'paragraph' && item.blocks.length > 1 ? scope.text.slice(first.from, first.to) : '';
    const inner = label !== '' && introducesTimeline(label) ? { ...own, timeline: true } : own;
    if (!dateOnly(item, own)) itemEntry(item, own);
    for (const child of item.blocks) if (child.type === 'list' || child.type === 'table') blockEntries([child], inner);
  }
}

/** Entries of blocks, in order. Code is evidence, not timeline, except where a timeline section holds nothing else. */
export function blockEntries(blocks: Block[], scope: EntryScope): void {
  const start = scope.into.length;
  let timeline = scope.timeline;
  for (const block of blocks) {
    const inner = timeline === scope.timeline ? scope : { ...scope, timeline };
    if (block.type === 'table')
      for (const entry of tableEntries(block, scope.text, scope.group, scope.timeline)) scope.into.push(entry);
    else if (block.type === 'list') listEntries(block, inner);
    else if (block.type === 'paragraph') {
      paragraphEntries(block.from, block.to, inner, 'paragraph');
      timeline =
        scope.timeline || introducesTimeline(scope.text.slice(block.from, Math.min(block.to, block.from + 80)));
    } else if (block.type === 'quote' && scope.timeline) {
      for (const child of block.blocks)
        if (child.type === 'paragraph') paragraphEntries(child.from, child.to, scope, 'quote');
    }
  }
  if (!scope.timeline || scope.into.length > start) return;
  for (const block of blocks)
    if (block.type === 'fence') for (const line of block.lines) paragraphEntries(line.from, line.to, scope, 'quote');
}
