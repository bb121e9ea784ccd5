import type { Unit } from '../outline/units.ts';
import { defaultItem } from './default-item.ts';
import { asks } from './hint.ts';
import { columnOf, itemPattern } from './item-pattern.ts';
import { isFillable, labelLine, learnLabel, type LabelLine } from './label-line.ts';
import { constantValue, resolveLabel } from './resolve-label.ts';
import { bind, constantsOf, type LearnState, type Place, propose, slot } from './state.ts';
import { valuePattern } from './value.ts';
import { collections } from './vocabulary/collections.ts';
import { topicOf } from './vocabulary/topics.ts';

/** One top-level item of a list with everything nested in it. */
export type Entry = { unit: Unit; nested: Unit[] };

/** Learns a list. Returns true when something in it was bound. */
export function learnList(entries: Entry[], place: Place, state: LearnState): boolean {
  if (asksWhy(entries, state)) {
    const topic = { name: 'whys', collection: 'whys', known: true };
    return learnRepeat(entries, { ...place, topic }, state);
  }
  const { collection } = place.topic;
  if (collection === undefined || collections[collection] === undefined) return learnLabels(entries, place, state);
  const labels = entries.map(({ unit }) => labelLine(state.text, unit.from, unit.to));
  if (collection === 'whys') return learnRepeat(entries, place, state);
  const group = collections[collection].group;
  const grouped = labels.filter((label, index) => label !== undefined && isGroup(label, entries[index] as Entry));
  if (group !== undefined && grouped.length * 2 >= entries.length && !isNumbered(grouped[0]?.name ?? '')) {
    entries.forEach((entry, index) => learnGrouped(entry, labels[index], place, state));
    addFallback(entries.at(-1) as Entry, grouped[0] as LabelLine, place, state);
    return true;
  }
  return learnRepeat(entries, place, state);
}

/** At least two questions, half of them beginning with why: a chain of whys under any heading. */
function asksWhy(entries: Entry[], state: LearnState): boolean {
  const words = entries.map(({ unit }) => state.text.slice(unit.from, unit.to));
  const whys = words.filter((text) => /^[*_\s]{0,3}why\b[^?]{0,120}\?/i.test(text)).length;
  return whys >= 2 && whys * 2 >= words.length;
}

const isNumbered = (name: string): boolean => /\b1$/.test(name);

/** `- **Detection**: [hint]`, or a label that owns a nested list. */
function isGroup(label: LabelLine, { nested }: Entry): boolean {
  return (
    (asks(label.value) || /^[@#$]/.test(label.value)) &&
    !(label.value === '' && nested.length === 0 && label.name.startsWith('['))
  );
}

const open = new Set(['wentWell', 'wentWrong', 'lessons', 'prevention', 'factors', 'links']);

/** A last entry for areas the form does not list: `- **{{factors.kind}}**: {{factors.text}}`. */
function addFallback({ unit, nested }: Entry, label: LabelLine, place: Place, state: LearnState): void {
  const collection = place.topic.collection ?? '';
  const words = collections[collection];
  if (words?.group === undefined || !open.has(collection) || nested.length > 0 || label.value === '') return;
  const taken = place.topic.constants?.[words.group] !== undefined;
  if (taken && collection !== 'lessons' && collection !== 'prevention') return;
  const field = taken ? 'topic' : words.group;
  const tick = checkboxEdit(unit, collection, state);
  const start = state.text.lastIndexOf('\n', unit.start - 1) + 1;
  const before = state.text.slice(start, unit.from).replace(/\[[ xX]\]\s*$/, tick === undefined ? '' : `${tick.text} `);
  const mark = /^`[^`]{0,400}`$/.test(label.value) ? '`' : '';
  const constants = constantsOf(collection, place.topic.constants);
  const text = `\n${before}**{{${collection}.${field}}}**: ${constants}${mark}${slot(`${collection}.${words.main}`)}${mark}`;
  state.edits.push({ from: unit.end, to: unit.end, text });
}

/** A label that names the entry's area: the label stays, its entry gets a constant. */
function learnGrouped(entry: Entry, label: LabelLine | undefined, place: Place, state: LearnState): void {
  const collection = place.topic.collection ?? '';
  const words = collections[collection];
  if (words?.group === undefined) return;
  const free = place.topic.constants?.[words.group] === undefined ? words.group : 'topic';
  const named = label?.name ?? state.text.slice(entry.unit.from, entry.unit.to);
  const field = collection === 'lessons' || collection === 'prevention' || free === words.group ? free : '';
  const constants = constantsOf(collection, {
    ...place.topic.constants,
    ...(field === '' ? {} : { [field]: areaOf(named) }),
  });
  const path = `${collection}.${words.main}`;
  const reason = `"${constantValue(named)}" names the ${field || 'entry'} of an entry of ${collection}`;
  const [first, ...rest] = entry.nested.filter(({ role }) => role === 'item');
  if (first !== undefined && (label === undefined || label.value === '')) {
    const end = rest.at(-1)?.end ?? first.end;
    const text = `${constants}${itemPattern(state.text.slice(first.from, first.to), collection)}`;
    bind(state, { from: first.from, to: end, text }, { path, kind: 'item', confidence: 0.85, reason });
    return;
  }
  const tick = checkboxEdit(entry.unit, collection, state);
  const at = label ?? { from: entry.unit.from, to: entry.unit.to, value: '' };
  const gap = at.value === '' && !/[ \t]/.test(state.text[at.from - 1] ?? ' ') ? ' ' : '';
  const whole =
    collection === 'reviews' && / - /.test(at.value) ? reviewPattern(at.value) : wrapped(at.value, path, collection);
  bind(
    state,
    { from: at.from, to: at.to, text: gap + constants + whole },
    { path, kind: 'item', confidence: 0.85, reason },
  );
  if (tick !== undefined) state.edits.push(tick);
}

const reviewPattern = (value: string): string => {
  const mark = value.startsWith('`') ? '`' : '';
  return `${mark}{{reviews.date}} - {{reviews.text}}${mark}`;
};

function wrapped(value: string, path: string, collection: string): string {
  if (collection === 'signoffs') return signoff(value);
  if (collection === 'serviceLevels') return serviceLevel(value);
  const code = /^`[^`]{0,400}`$/.test(value);
  return code ? `\`${slot(path)}\`` : slot(path);
}

/** `p95 = Xms, p99 = Xms (SLO: <500ms)`: each number of its own is a field, the objective is the target. */
function serviceLevel(value: string): string {
  const target = /^(.{0,120}\((?:SLO|target|objective):? ?)([^()]{1,40})\)$/i.exec(value);
  const own = target === null ? value : (target[1] ?? '').replace(/\s*\([^(]*$/, '');
  const tail = target === null ? '' : ` ${/\([^(]*$/.exec(target[1] ?? '')?.[0] ?? '('}{{serviceLevels.target}})`;
  const both = /^(p95 ?[=:] ?)\S+?(,? p99 ?[=:] ?)\S+$/.exec(own);
  if (both !== null) return `${both[1]}{{serviceLevels.p95}}${both[2]}{{serviceLevels.p99}}${tail}`;
  return valuePattern(own, 'serviceLevels.value') + tail;
}

function signoff(value: string): string {
  const field = /_{3,}/.test(value) ? 'signoffs.signature' : 'signoffs.name';
  const dated = /(.{0,3}\(?\bdate\b ?:? ?)(?:YYYY[^)]{0,12}|_{3,}|\[[^\]]{1,40}\])(\)?)/i.exec(value);
  return dated === null ? slot(field) : `${slot(field)}${dated[1]}${slot('signoffs.date')}${dated[2]}`;
}

const suffix =
  /\s+(?:lessons?(?: learned)?|improvements?|preventions?|insights?|changes?(?: required)?|actions?|action items|items|phase|updates?|reasons?|gaps?|measures|needed)$/i;

/** A short name for an area from a label or heading: `Technical Lessons` is `Technical`. */
export function areaOf(name: string): string {
  const plain = constantValue(name)
    .replace(/\s*\([^()]{0,80}\)\s*/g, ' ')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .trim();
  return plain.replace(suffix, '').trim() || plain;
}

function checkboxEdit(
  unit: Unit,
  collection: string,
  state: LearnState,
): { from: number; to: number; text: string } | undefined {
  const tick = collections[collection]?.tick;
  if (unit.checked === undefined || tick === undefined) return undefined;
  const box = /\[[ xX]\]\s*$/.exec(state.text.slice(unit.start, unit.from));
  if (box === null) return undefined;
  const from = unit.start + box.index;
  return { from, to: from + 3, text: `[${slot(`${collection}.${tick}`)}]` };
}

/** Entries of one look: the first becomes the repeating one, the others go. */
function learnRepeat(entries: Entry[], place: Place, state: LearnState): boolean {
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

const listOf: { [topic: string]: string } = {
  impact: 'symptoms',
  resolution: 'steps',
  rootCause: 'factors',
  detection: 'links',
};

/** `- **Review actions**:` with a blank or hinted list below: the label names the collection of that list. */
function learnOwned({ unit, nested }: Entry, state: LearnState): boolean {
  const label = labelLine(state.text, unit.from, unit.to);
  const items = nested.filter(({ role }) => role === 'item');
  if (label === undefined || label.value !== '' || items.length === 0 || items.length < nested.length) return false;
  if (!items.every(({ from, to }) => asks(state.text.slice(from, to)))) return false;
  if (items.some(({ from, to }) => labelLine(state.text, from, to) !== undefined)) return false;
  const topic = topicOf(label.name);
  const collection = topic?.collection ?? listOf[topic?.name ?? ''];
  if (topic === undefined || collection === undefined || collection === 'timeline') return false;
  const entries = items.map((item) => ({ unit: item, nested: [] }));
  return learnRepeat(entries, { topic: { ...topic, collection }, scope: label.name, title: label.name }, state);
}

/** A list without a collection: every labelled item is a field of its own. */
function learnLabels(entries: Entry[], place: Place, state: LearnState): boolean {
  let found = false;
  for (const entry of entries) {
    const { unit, nested } = entry;
    if (learnOwned(entry, state)) {
      found = true;
      continue;
    }
    for (const line of [unit, ...nested]) {
      if (line.type !== 'line') continue;
      const label = labelLine(state.text, line.from, line.to);
      if (label !== undefined && isFillable(label, place.topic.name, state)) {
        const owns = label.value === '' && line === unit && nested.length > 0;
        if (owns && resolveLabel(label.name, '', { topic: place.topic.name, hasLengths: false }) === undefined)
          continue;
        found = learnLabel(label, place, state, 'label') || found;
      } else if (label === undefined && place.topic.prose === undefined && asks(state.text.slice(line.from, line.to))) {
        const reason = 'The heading names no collection of the record; the list stays text under its heading.';
        propose(state, line.from, { path: null, kind: 'item', confidence: 0, reason });
      }
    }
  }
  return found;
}
