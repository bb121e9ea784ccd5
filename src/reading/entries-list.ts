import type { Item, List } from '../markdown/blocks.ts';
import { tableEntries } from './entries-table.ts';
import { joined, splitLeading, splitTrailing } from './entry.ts';
import { bareTime, type EntryScope, introducesTimeline, push } from './entry-scope.ts';
import { conceptOf, isPlanned } from './label-concepts.ts';
import { labelKey, readLabelLine } from './labels.ts';

const hasDigit = /\d/;

/** `Meeting scheduled for: Wed 12 March, 15:00` is a field as well, though not of the incident. */
const isField = (key: string): boolean => conceptOf(key) !== undefined || isPlanned(key) || meeting.test(key);
const meeting = /\b(?:meeting|review|next update|published|written|reviewed)\b/;

function itemEntry(item: Item, scope: EntryScope): boolean {
  const first = item.blocks[0];
  const end = first?.type === 'paragraph' ? first.to : item.contentFrom;
  const line = scope.text.slice(item.contentFrom, end);
  if (!hasDigit.test(line.slice(0, 200)) && !hasDigit.test(line.slice(-80))) return false;
  const nested = item.blocks.length > 1;
  const leading = splitLeading(
    line,
    !scope.timeline || nested,
    (scope.timeline || scope.bare === true) && bareTime.test(line),
  );
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
  const label = scope.timeline || !short ? undefined : readLabelLine(line);
  const trailing = short && !(label && isField(labelKey(label.name))) ? splitTrailing(joined(line)) : undefined;
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

/** The group of a list: outside a timeline every list tells its own story, its days start afresh. */
export const listGroup = (list: List, scope: EntryScope): number =>
  scope.timeline || scope.dayed ? scope.group : 1_000_000 + list.from;

/** Three items or more that all open with four digits: `- 2210 – Engine stops`. Digits of one item alone are an amount. */
const isBareLog = (list: List, text: string): boolean =>
  list.items.length >= 3 &&
  list.items.every((item) => bareTime.test(text.slice(item.contentFrom, item.contentFrom + 20)));

/** Entries of a list, nested ones after the item they belong to. */
export function listEntries(list: List, scope: EntryScope): void {
  const bare = !scope.timeline && isBareLog(list, scope.text);
  const own = { ...scope, group: listGroup(list, scope), ...(bare ? { bare } : {}) };
  for (const item of list.items) {
    const first = item.blocks[0];
    const label = first?.type === 'paragraph' && item.blocks.length > 1 ? scope.text.slice(first.from, first.to) : '';
    const timeline = own.timeline || (label !== '' && introducesTimeline(label));
    const timed = dateOnly(item, own) || itemEntry(item, own);
    for (const child of item.blocks) {
      if (child.type === 'list') listEntries(child, { ...own, timeline, ...(timed ? {} : { strand: child.from }) });
      else if (child.type === 'table')
        for (const entry of tableEntries(child, own.text, own.group, timeline)) own.into.push(entry);
    }
  }
}
