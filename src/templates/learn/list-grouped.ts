import { itemPattern } from './item-pattern.ts';
import type { LabelLine } from './label-line.ts';
import { constantValue } from './resolve-label.ts';
import { bind, constantsOf, type LearnState, type Place, slot } from './state.ts';
import { valuePattern } from './value.ts';
import { collections } from './vocabulary/collections.ts';
import { areaOf } from './area.ts';
import { checkboxEdit, type Entry } from './entry.ts';

const open = new Set(['wentWell', 'wentWrong', 'lessons', 'prevention', 'factors', 'links']);

/** A last entry for areas the form does not list: `- **{{factors.kind}}**: {{factors.text}}`. */
export function addFallback({ unit, nested }: Entry, label: LabelLine, place: Place, state: LearnState): void {
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
export function learnGrouped(entry: Entry, label: LabelLine | undefined, place: Place, state: LearnState): void {
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
