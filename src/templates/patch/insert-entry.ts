import type { PostmortemRecord } from '../../record/record.ts';
import { readMoment } from '../../values/time.ts';
import { matchColumns } from '../read/match-table.ts';
import { bestFor, type Entry } from '../write/select.ts';
import { Writer } from '../write/writer.ts';
import { anchorOf } from './anchor-of.ts';
import { insertionPoint } from './insertion-point.ts';
import { checkEntry, noPlace } from './no-place.ts';
import { PatchError } from './patch-error.ts';
import type { PatchInput } from './patch.ts';
import { applyEdits, type Edit, lineEnd, lineStart } from './splice.ts';
import { entryDifference } from './entry-difference.ts';
import { rowLike } from './row-like.ts';
import { carriedTimes, likeNeighbours, wallTime } from './time-form.ts';

/** Adds an entry: a timeline event by its time, everything else after the last of its table or list. */
export function insertEntry(input: PatchInput, value: { readonly [key: string]: unknown }): string {
  const { template, target, doc, reading, source } = input;
  const collection = target.collection ?? '';
  const stated = collection === 'timeline' ? eventOf(value) : { ...value };
  const entry = collection === 'timeline' ? asNeighboursDo(input, stated) : stated;
  checkEntry(target.path, collection, entry);
  const anchors = template.repeats.get(collection) ?? [];
  const anchor = bestFor(entry, anchors);
  const own = anchor === undefined ? undefined : anchorOf(template, anchor.id);
  if (anchor === undefined || own === undefined) throw noPlace(target.path, collection, entry, anchors);
  const record = { [collection]: [entry] } as unknown as PostmortemRecord;
  const step = template.instructions.find((candidate) => candidate.op !== 'text' && candidate.anchor.id === anchor.id);
  const text = step === undefined ? '' : new Writer(record, template, undefined).run([step]);
  const edits = placeEntry(input, own, stated, text);
  const patched = applyEdits(source, doc.view, edits);
  const difference = entryDifference(patched, template, reading.record, collection, entry);
  if (difference !== undefined) throw new PatchError(target.path, `read again, ${difference}.`);
  return patched;
}

function eventOf(value: { readonly [key: string]: unknown }): Entry {
  const { time, ...rest } = value;
  const moment = typeof time === 'string' ? (readMoment(time) ?? { written: time, precision: 'unknown' }) : {};
  return { precision: 'unknown', ...moment, ...rest };
}

function asNeighboursDo({ reading }: PatchInput, event: Entry): Entry {
  const timeline = reading.record.timeline ?? [];
  const times = carriedTimes(timeline);
  return likeNeighbours(event, timeline, placeAmong(times, event['at']), times);
}

function placeEntry(
  input: PatchInput,
  own: NonNullable<ReturnType<typeof anchorOf>>,
  entry: Entry,
  text: string,
): Edit[] {
  const { doc, template, reading } = input;
  const view = doc.view.text;
  const units = reading.bound.filter(({ found }) => found.anchor === own.anchor.id);
  const filled = units.filter(({ index }) => index !== undefined);
  const inTable = own.table !== undefined;
  const like = (at: number) => (inTable ? rowLike(doc, own.table, at, text) : text);
  const neighbour =
    filled[
      positionOf(
        input,
        entry,
        filled.map(({ index }) => index ?? 0),
      )
    ];
  if (neighbour !== undefined) {
    const { start, end } = neighbour.found;
    const at = lineEnd(view, Math.max(start, end - 1));
    const ending = view[at - 1] === '\n' ? '' : '\n';
    return [{ from: at, to: at, text: ending + renumber(view, start, like(start), ending) }];
  }
  const before = filled[0];
  if (before !== undefined) {
    const at = lineStart(view, before.found.start);
    return [{ from: at, to: at, text: like(before.found.start) }];
  }
  const blanks = units.filter(({ blank }) => blank);
  if (blanks.length > 0)
    return blanks.map(({ found }, index) => {
      const from = lineStart(view, found.start);
      const to = lineEnd(view, Math.max(found.start, found.end - 1));
      return { from, to, text: index === 0 ? like(found.start) : '' };
    });
  const empty = inTable ? emptyTable(input, own) : undefined;
  if (empty !== undefined) {
    const at = lineEnd(view, empty.to - 1);
    return [{ from: at, to: at, text: (view[at - 1] === '\n' ? '' : '\n') + like(empty.from) }];
  }
  const heading = inTable
    ? `| ${own.table?.titles.join(' | ')} |\n|${' --- |'.repeat(own.table?.titles.length ?? 0)}\n`
    : '';
  const point = insertionPoint(doc, template, reading, { id: own.anchor.id, section: own.section }, true);
  return [{ from: point.at, to: point.at, text: point.before + heading + text + point.after }];
}

/** Index of the entry after which a new one goes; -1 for before all. Events in order of time go where theirs is. */
function positionOf({ reading, target }: PatchInput, entry: Entry, indexes: readonly number[]): number {
  if (target.collection !== 'timeline') return indexes.length - 1;
  const times = carriedTimes(reading.record.timeline ?? []);
  return placeAmong(
    indexes.map((index) => times[index] ?? ''),
    entry['at'],
  );
}

function placeAmong(times: readonly string[], at: unknown): number {
  const inOrder = times.every((time, index) => index === 0 || (times[index - 1] ?? '') <= time);
  if (typeof at !== 'string' || !inOrder || times.includes('')) return times.length - 1;
  return times.findLastIndex((time) => time <= wallTime(at));
}

function renumber(view: string, start: number, text: string, ending: string): string {
  const number = /^[ \t]*(\d{1,9})[.)]/.exec(view.slice(lineStart(view, start), start + 12))?.[1];
  if (number === undefined || ending === undefined) return text;
  return text.replace(/^(\s*)\d+/, (_, indent: string) => `${indent}${Number(number) + 1}`);
}

/** The document's table for an anchor that has no rows in it. */
function emptyTable({ doc, reading }: PatchInput, own: NonNullable<ReturnType<typeof anchorOf>>) {
  const section = reading.sections[reading.pairs.indexOf(own.section)];
  for (const block of section?.blocks ?? [])
    if (
      block.type === 'table' &&
      own.table !== undefined &&
      matchColumns(doc.view.text, block, own.table) !== undefined
    )
      return block;
  return undefined;
}
