import type { Unit } from '../outline/units.ts';
import { catalogue } from '../../record/catalogue.ts';
import { defaultItem } from './default-item.ts';
import { asks, hintSpans, isHelp } from './hint.ts';
import type { Scope } from './section.ts';
import { constantsOf, type LearnState, propose, slot } from './state.ts';

const fact = /\bUTC\b|\b(?:all )?times? (?:are |is )?in\b|timezone|time zone/i;

/** Learns the text of a heading or label: its own field, the first entry of its collection, or a place nothing fits. */
export function learnProse(scope: Scope, state: LearnState): void {
  const { help, place, filled } = scope;
  const { prose, collection, constants } = place.topic;
  const asked = help.filter((unit) => isAsked(unit, state));
  const isOwn = prose !== undefined && collection !== undefined && prose.startsWith(`${collection}.`);
  if (prose !== undefined && (!state.bound.has(prose) || isOwn) && (asked.length > 0 || (!filled && scope.isLeaf))) {
    const own = isOwn ? constantsOf(collection, constants) : '';
    put(scope, asked.length > 0 ? asked : help, `${own}${slot(prose)}`, prose, state);
    if (!isOwn) state.bound.add(prose);
    return;
  }
  if (filled) {
    for (const paragraph of paragraphs(asked))
      if (paragraph.some((unit) => isGuidance(textOf(unit, state)))) for (const unit of paragraph) drop(unit, state);
    return;
  }
  if (collection !== undefined && scope.isLeaf && catalogue.size > 0) {
    const facts = help.filter((unit) => fact.test(textOf(unit, state)) && !isHelp(textOf(unit, state)));
    const rest = help.filter((unit) => !facts.includes(unit));
    const kept = constants === undefined ? '' : constantsOf(collection, constants);
    const below = { ...scope, start: facts.at(-1)?.end ?? scope.start };
    put(below, rest, `- ${kept}${defaultItem(collection)}`, undefined, state);
    return;
  }
  if (collection !== undefined && !scope.isLeaf && !help.some((unit) => hintSpans(textOf(unit, state)).length > 0))
    return;
  const hinted = asked.filter((unit) => asks(textOf(unit, state)) && (scope.isHeading || !isHelp(textOf(unit, state))));
  if ((scope.isHeading ? asked : hinted).length > 0 || (help.length === 0 && scope.isLeaf && scope.isHeading))
    unbound(scope, hinted[0] ?? asked[0], state);
}

/** Text that tells how to fill the part, as against a legend or a remark that belongs to the document. */
const isGuidance = (text: string): boolean =>
  isHelp(text) ||
  hintSpans(text).length > 0 ||
  /for example|e\.g\.|^(?:list|describe|include|add|use)\b|things? that|should|happened to us/i.test(text);

/** Lines by the paragraph they belong to. */
function paragraphs(units: readonly Unit[]): Unit[][] {
  const found: Unit[][] = [];
  for (const unit of units) {
    if (unit.opens || found.length === 0) found.push([unit]);
    else found.at(-1)?.push(unit);
  }
  return found;
}

const textOf = (unit: Unit, state: LearnState): string => state.text.slice(unit.from, unit.to);

/** Does a line or quote ask to be replaced? Facts such as the zone of all times stay. */
function isAsked(unit: Unit, state: LearnState): boolean {
  const text = textOf(unit, state);
  return !fact.test(text) ||
    (isHelp(text) && !/^\W*all times/i.test(text)) ||
    hintSpans(text).some(({ words }) => /^[[{<\uE000]/.test(words))
    ? true
    : asks(text) && !fact.test(text);
}

const drop = (unit: Unit, state: LearnState): void => {
  state.edits.push({ from: unit.from, to: unit.to, text: '' });
};

/** Puts the first of some lines in their place, and takes the others out; without lines, below the heading. */
function put(scope: Scope, units: Unit[], text: string, path: string | undefined, state: LearnState): void {
  const [first, ...rest] = units;
  const paths = path === undefined ? [...text.matchAll(/\{\{([\w.]+)\}\}/g)].map((match) => match[1] ?? '') : [path];
  const at = first?.from ?? scope.start;
  if (first === undefined) state.edits.push({ from: at, to: at, text: `\n\n${text}` });
  else {
    state.edits.push({ from: first.from, to: first.to, text });
    for (const unit of rest) drop(unit, state);
  }
  const kind = path === undefined ? 'section' : 'prose';
  const sure = scope.place.topic.known ? (first === undefined ? 0.8 : 0.85) : 0.5;
  const offset = first?.from ?? Math.max(0, scope.start - 1);
  for (const found of paths)
    propose(state, offset, { path: found, kind, confidence: sure, reason: `the heading "${scope.place.title}"` });
}

function unbound(scope: Scope, first: Unit | undefined, state: LearnState): void {
  const { prose } = scope.place.topic;
  const reason =
    prose !== undefined && state.bound.has(prose)
      ? `"${scope.place.title}" asks for ${prose}, which another place holds already; it stays a section of its own.`
      : `No field of the record is "${scope.place.title}"; it stays a section of its own, kept as text.`;
  propose(state, first?.from ?? Math.max(0, scope.start - 1), { path: null, kind: 'section', confidence: 0, reason });
}
