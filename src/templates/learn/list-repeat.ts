import type { Unit } from '../outline/units.ts';
import { defaultItem } from './default-item.ts';
import { asks } from './hint.ts';
import { columnOf, itemPattern } from './item-pattern.ts';
import { labelLine } from './label-line.ts';
import { constantsOf, type LearnState, type Place, propose, slot } from './state.ts';
import { checkboxEdit, isNumbered, type Entry } from './entry.ts';

/** Entries of one look: the first becomes the repeating one, the others go. */
export function learnRepeat(entries: Entry[], place: Place, state: LearnState): boolean {
  const { text } = state;
  const collection = place.topic.collection ?? '';
  const first =
    entries.find(({ unit }) => asks(text.slice(unit.from, unit.to)) && unit.to > unit.from) ?? (entries[0] as Entry);
  const last = entries.at(-1) as Entry;
  const constants = constantsOf(collection, place.topic.constants);
  const words = text.slice(first.unit.from, first.unit.to);
  const tick = checkboxEdit(first.unit, collection, state);
  const before = text.slice(first.unit.start, first.unit.from);
  const marker =
    tick === undefined
      ? before === '' || /\s$/.test(before)
        ? before
        : `${before} `
      : `${before.replace(/\[[ xX]\]\s*$/, '')}${tick.text} `;
  const isBlank = words.trim() === '' || (collection === 'roles' && /\?/.test(words)) || !/[\p{L}\p{N}]/u.test(words);
  const body =
    collection === 'whys'
      ? whyPattern(words, first.nested.length > 0)
      : isBlank
        ? defaultItem(collection)
        : numbered(words, collection);
  const nested = first.nested.map((unit) => nestedLine(unit, first, collection, state)).join('');
  const edit = {
    from: (entries[0] as Entry).unit.start,
    to: last.unit.end,
    text: `${marker}${constants}${body}${nested}`,
  };
  for (const match of edit.text.matchAll(/\{\{([\w.]+)\}\}/g)) {
    const path = match[1] ?? '';
    propose(state, first.unit.from, {
      path,
      kind: 'item',
      confidence: 0.8,
      reason: `an entry of ${collection}, by the heading "${place.title}"`,
    });
  }
  state.edits.push(edit);
  return true;
}

/** `**Factor 1**: [hint]` keeps its counter. */
function numbered(words: string, collection: string): string {
  const label = labelLine(words, 0, words.length);
  if (label === undefined || !isNumbered(label.name)) return itemPattern(words, collection);
  const value = words.slice(label.from);
  return `${words.slice(0, label.from)}${itemPattern(value, collection)}`;
}

/** `1. **Why?** [hint]`: with an answer below, the question is a field; alone it is the answer. */
function whyPattern(words: string, hasAnswer: boolean): string {
  const question = /^(\*\*|_)?([^*_\n]{0,200}\?)(\*\*|_)?:?(.{0,200})$/.exec(words);
  if (question === null) return hasAnswer ? slot('whys.question') : slot('whys.answer');
  const mark = question[1] ?? '';
  if (!hasAnswer) return `${mark}Why?${mark} ${slot('whys.answer')}`;
  const note = (question[4] ?? '').trim() === '' ? '' : ` ${slot('whys.note')}`;
  return `${mark || '**'}${slot('whys.question')}${mark || '**'}${note}`;
}

function nestedLine(unit: Unit, entry: Entry, collection: string, state: LearnState): string {
  const { text } = state;
  const label = unit.type === 'line' ? labelLine(text, unit.from, unit.to) : undefined;
  const taken = new Set<string>();
  const before = text.slice(text.lastIndexOf('\n', unit.start - 1), unit.from);
  if (unit.type === 'fence' && unit.fence !== undefined && collection === 'steps') {
    const open = text.slice(text.lastIndexOf('\n', unit.from - 1), unit.fence.contentFrom).replace(/\s+$/, '');
    const indent = /\n([ \t]*)/.exec(open)?.[1] ?? '';
    return `${open}\n${indent}${slot('steps.command')}\n${indent}\`\`\``;
  }
  if (label === undefined)
    return collection === 'whys' && unit.role === 'item' && entry.nested[0] === unit
      ? `${before}${slot('whys.answer')}`
      : '';
  const field = columnOf(collection, label.name, taken);
  if (field === undefined) return '';
  const owns = label.value === '' && entry.nested.some((other) => other.type === 'fence');
  const value = owns ? '' : valueSlot(label.value, `${collection}.${field}`);
  return `${before}${text.slice(unit.from, label.from)}${value}`;
}

const valueSlot = (value: string, path: string): string =>
  /^`.{0,300}`$/.test(value) ? `\`${slot(path)}\`` : slot(path);
