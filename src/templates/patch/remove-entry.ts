import { parseMarkdown } from '../../markdown/blocks.ts';
import type { PostmortemRecord } from '../../record/record.ts';
import { readMoment } from '../../values/time.ts';
import { fold, isHint } from '../read/fold.ts';
import { readBound } from '../read/read.ts';
import type { Template } from '../template.ts';
import { entriesOf } from '../write/select.ts';
import { anchorOf } from './anchor-of.ts';
import { noEntry, PatchError } from './patch-error.ts';
import type { PatchInput } from './patch.ts';
import { rowLike } from './row-like.ts';
import { applyEdits, type Edit, lineEnd, lineStart } from './splice.ts';
import { differs } from './verify.ts';

/**
 * Removes an entry with its nested lines. A date it carried for the events below is first written onto the first of
 * them. A consecutively numbered list is numbered anew.
 */
export function removeEntry(input: PatchInput, index: number): string {
  const { reading, target, doc, template, source } = input;
  const collection = target.collection ?? '';
  const bound = reading.bound.find(({ found, index: own }) => found.collection === collection && own === index);
  if (bound === undefined) {
    const count = entriesOf(reading.record, collection).length;
    if (index < 0 || index >= count) throw noEntry(target.path, collection, count);
    throw new PatchError(target.path, "it does not stand in the template's own places.");
  }
  const view = doc.view.text;
  const { start, end } = bound.found;
  let from = lineStart(view, start);
  let to = lineEnd(view, Math.max(start, end - 1));
  if (view.slice(from - 2, from) === '\n\n' && view[to] === '\n') to++;
  else if (to === view.length && from > 0 && view[to - 1] !== '\n') from--;
  const intended = structuredClone(reading.record);
  const list = (intended as unknown as { [key: string]: object[] })[collection] ?? [];
  const heir = collection === 'timeline' ? heirEdit(input, index, intended) : undefined;
  list.splice(index, 1);
  const edits: Edit[] = [
    { from, to, text: '' },
    ...(heir === undefined ? [] : [heir]),
    ...renumbering(input, collection, index),
  ];
  const alone = reading.bound.filter(
    ({ found, index: own }) => own !== undefined && found.anchor === bound.found.anchor,
  );
  const blank = alone.length > 1 ? undefined : blankLine(template, bound.found.anchor);
  if (blank !== undefined) {
    const like = rowLike(doc, anchorOf(template, bound.found.anchor)?.table, start, blank);
    const restored = applyEdits(source, doc.view, [{ from, to, text: like }, ...edits.slice(1)]);
    if (differs(restored, template, intended) === undefined) return restored;
  }
  const patched = applyEdits(source, doc.view, edits);
  const difference = differs(patched, template, intended);
  if (difference !== undefined) throw new PatchError(target.path, `read again, ${difference}.`);
  return patched;
}

/** The first row or item of the blank form at an anchor that asks to be filled in; example data is not put back. */
function blankLine(template: Template, anchor: number): string | undefined {
  const doc = parseMarkdown(template.blank ?? '');
  const { text } = doc.view;
  const lines = readBound(doc, template)
    .bound.filter(({ found, blank }) => blank && found.anchor === anchor)
    .map(({ found: { start, end } }) => text.slice(lineStart(text, start), lineEnd(text, Math.max(start, end - 1))));
  return lines.find((line) => isHint(fold(line)));
}

/** The edit that gives the first event below, if it has no date of its own, the date of the one that goes. */
function heirEdit({ reading, target }: PatchInput, index: number, intended: PostmortemRecord): Edit | undefined {
  const timeline = intended.timeline ?? [];
  const day = /^\d{4}-\d{2}-\d{2}/.exec(timeline[index]?.at ?? '')?.[0];
  const heir = timeline[index + 1];
  if (day === undefined || heir?.written === undefined || heir.at !== undefined) return undefined;
  const written = `${day} ${heir.written}`;
  const moment = readMoment(written);
  const bound = reading.bound.find(({ found, index: own }) => found.collection === 'timeline' && own === index + 1);
  const region = bound?.found.regions.find(({ slot }) => slot.path === 'timeline.time');
  if (moment?.at === undefined || region === undefined)
    throw new PatchError(
      target.path,
      'the events below take their date from it, and it cannot be written onto the next one.',
    );
  Object.assign(heir, moment);
  return { from: region.from, to: region.from, text: `${day} ` };
}

function renumbering({ reading, doc }: PatchInput, collection: string, index: number): Edit[] {
  const view = doc.view.text;
  const removed = reading.bound.find((one) => one.found.collection === collection && one.index === index);
  const siblings = reading.bound.filter(
    ({ found }) => found.anchor === removed?.found.anchor && found.section === removed?.found.section,
  );
  const numbers = siblings.map(({ found }) =>
    Number(/^(\d{1,9})[.)]/.exec(view.slice(found.start, found.start + 11))?.[1] ?? NaN),
  );
  const consecutive = numbers.every((number, at) => at === 0 || number === (numbers[at - 1] ?? 0) + 1);
  if (!consecutive || numbers.some(Number.isNaN)) return [];
  const at = siblings.findIndex((one) => one === removed);
  return siblings.slice(at + 1).map(({ found }, offset) => {
    const number = numbers[at + 1 + offset] ?? 0;
    return { from: found.start, to: found.start + String(number).length, text: String(number - 1) };
  });
}
