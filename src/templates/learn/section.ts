import type { Section } from '../../markdown/sections.ts';
import { type Unit, unitsOf } from '../outline/units.ts';
import { asks, isHelp } from './hint.ts';
import { learnFence } from './fence.ts';
import { startsWithTime } from './item-pattern.ts';
import { isFillable, labelLine, learnLabel } from './label-line.ts';
import type { Entry } from './entry.ts';
import { learnList } from './list.ts';
import { learnOptions } from './options.ts';
import { learnProse } from './prose.ts';
import { around, type LearnState, type Place } from './state.ts';
import { learnTable } from './table.ts';
import { constantValue, resolveLabel } from './resolve-label.ts';
import { topicOf } from './vocabulary/topics.ts';

/** Learns what stands below a heading. `isLeaf` is false when headings stand below it. */
export function learnSection(section: Section, place: Place, isLeaf: boolean, state: LearnState): void {
  const units = unitsOf(section.blocks, state.text);
  const nothing = { start: section.heading?.to ?? section.from, isLeaf, isHeading: section.level > 0 };
  let scope: Scope = { place, help: [], filled: false, ...nothing };
  for (let index = 0; index < units.length; index++) {
    const unit = units[index] as Unit;
    const next = units[index + 1];
    const opened = unit.type === 'line' && unit.role === 'text' ? openScope(unit, next, place, state) : undefined;
    if (opened !== undefined) {
      if (scope.isHeading) scope.isLeaf = false;
      closeScope(scope, state);
      scope = { place: opened, help: [], filled: false, start: unit.end, isLeaf: true, isHeading: false };
      continue;
    }
    if (unit.type === 'line' && unit.role === 'item') {
      const { entries, end } = takeList(units, index);
      index = end;
      scope.filled = learnEntries(entries, scope, state) || scope.filled;
    } else if (unit.type === 'table' && unit.table !== undefined) {
      scope.filled = learnTable(unit.table, scope.place, state) || scope.filled;
    } else if (unit.type === 'fence' && unit.fence !== undefined) {
      scope.filled = learnFence(unit.fence, scope.place, state) || scope.filled;
    } else if (unit.type === 'line') {
      if (!learnLine(unit, scope, state)) scope.help.push(unit);
    } else if (/^<!--|^>/.test(state.text.slice(unit.from, unit.from + 4))) scope.help.push(unit);
  }
  closeScope(scope, state);
}

/** What belongs to one heading or label: its place, the help and prose in it, and whether something was bound. */
export type Scope = {
  place: Place;
  help: Unit[];
  filled: boolean;
  /** Where an entry can be put when there is none. */
  start: number;
  isLeaf: boolean;
  isHeading: boolean;
};

/** A label alone on its line opens a scope when it owns what follows: a list, a code block, or text. */
function openScope(unit: Unit, next: Unit | undefined, place: Place, state: LearnState): Place | undefined {
  const label = labelLine(state.text, unit.from, unit.to);
  if (label === undefined || label.value !== '' || next === undefined) return undefined;
  const followed =
    next.type !== 'line' || next.role === 'item' || labelLine(state.text, next.from, next.to) === undefined;
  if (
    !followed ||
    (next.type === 'line' &&
      next.role === 'text' &&
      next.opens &&
      state.text.slice(unit.to, next.from).includes('\n\n') &&
      !asks(state.text.slice(next.from, next.to)))
  )
    return undefined;
  const own = topicOf(label.name);
  const binding = resolveLabel(label.name, '', around(state, place.topic.name));
  const topic = scopedTopic(label.name, own, binding?.path, place);
  return { topic, scope: label.name, title: label.name };
}

function scopedTopic(
  name: string,
  own: Place['topic'] | undefined,
  path: string | undefined,
  place: Place,
): Place['topic'] {
  const { topic } = place;
  const state = /^implemented|^done|^completed/i.test(name)
    ? 'implemented'
    : /^planned|^to ?do/i.test(name)
      ? 'planned'
      : '';
  if (topic.collection === 'prevention' && state !== '') return { ...topic, constants: { ...topic.constants, state } };
  if (topic.collection === 'communications' || topic.collection === 'appendices') {
    const field = topic.collection === 'appendices' ? 'title' : 'channel';
    return { ...topic, constants: { ...topic.constants, [field]: constantValue(name) } };
  }
  const prose =
    path !== undefined && /^summary\.|^rootCause\.|^resolution\.|^impact\.text/.test(path) ? path : own?.prose;
  if (own !== undefined) return prose === undefined ? own : { ...own, prose };
  return prose === undefined ? { name: 'other', known: false } : { name: 'other', prose, known: true };
}

/** An item with everything nested in it, and the further items of the same run. */
function takeList(units: readonly Unit[], index: number): { entries: Entry[]; end: number } {
  const entries: Entry[] = [];
  let at = index;
  while (at < units.length && units[at]?.type === 'line' && units[at]?.role === 'item') {
    const unit = units[at] as Unit;
    const nested: Unit[] = [];
    while (at + 1 < units.length && (units[at + 1] as Unit).start < unit.end) nested.push(units[++at] as Unit);
    entries.push({ unit, nested });
    at++;
  }
  return { entries, end: at - 1 };
}

function learnEntries(entries: Entry[], scope: Scope, state: LearnState): boolean {
  if (learnOptions(entries, scope.place, state)) return true;
  if (scope.filled && scope.place.topic.collection !== undefined && scope.place.topic.name !== 'timeline') return false;
  if (learnList(entries, scope.place, state)) return true;
  const { prose } = scope.place.topic;
  const { text } = state;
  const asked = entries.some(
    ({ unit }) => asks(text.slice(unit.from, unit.to)) || /\?[*_]{0,2}$/.test(text.slice(unit.from, unit.to)),
  );
  if (prose === undefined || !asked || state.bound.has(prose)) return false;
  const [first, last] = [entries[0] as Entry, entries.at(-1) as Entry];
  scope.help.push({ ...first.unit, from: first.unit.start, to: last.unit.end, end: last.unit.end });
  return false;
}

/** A line of text with a label, or an entry of the timeline written as a paragraph. */
function learnLine(unit: Unit, scope: Scope, state: LearnState): boolean {
  const line = state.text.slice(unit.from, unit.to);
  if (isHelp(line)) return false;
  if (scope.place.topic.collection === 'timeline' && startsWithTime(line)) {
    if (scope.filled) {
      state.edits.push({ from: unit.from, to: unit.to, text: '' });
      return true;
    }
    scope.filled = learnList([{ unit, nested: [] }], scope.place, state) || scope.filled;
    return true;
  }
  const label = labelLine(state.text, unit.from, unit.to);
  if (label === undefined || !isFillable(label, scope.place.topic.name, state)) return false;
  if (scope.place.topic.collection === 'signoffs')
    return learnEntries([{ unit, nested: [] }], { ...scope, filled: false }, state);
  const learned = learnLabel(label, scope.place, state, 'label');
  scope.filled = learned || scope.filled;
  return learned;
}

function closeScope(scope: Scope, state: LearnState): void {
  learnProse(scope, state);
}
