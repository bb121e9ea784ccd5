import { hasSlot } from '../compile/pattern.ts';
import { scopeKey } from '../outline/scope.ts';
import type { Unit } from '../outline/units.ts';
import type { Anchor, TemplateSection } from '../template.ts';
import { cleanLabel, cleanText, hasWords } from './words.ts';

/** What a section consists of, in order: literal text, label lines, rules, and anchors with the unit they stand in. */
export type Piece =
  | { type: 'note'; text: string }
  | { type: 'label'; text: string }
  | { type: 'rule' }
  | { type: 'anchor'; anchor: Anchor; unit: Unit; below: string[] };

/** Walks the units of a section as the compiler did, so that each anchor meets the unit it was made from. */
export function piecesOf(section: TemplateSection, units: readonly Unit[], text: string): Piece[] {
  const pieces: Piece[] = [];
  let next = 0;
  for (let index = 0; index < units.length; index++) {
    const unit = units[index] as Unit;
    if (unit.type === 'other' || !hasSlot(text.slice(unit.from, unit.to))) {
      addLiteral(pieces, units, index, text);
      continue;
    }
    const lines = unit.type === 'fence' ? fenceLines(unit, text) : [''];
    for (const line of lines) {
      if (line !== '') pieces.push(line.endsWith(':') ? { type: 'label', text: cleanLabel(line) } : note(line));
      const anchor = line === '' ? section.anchors[next++] : undefined;
      if (anchor === undefined) continue;
      const below: string[] = [];
      if (anchor.type === 'line' && anchor.collection !== undefined && unit.type === 'line')
        while (index + 1 < units.length && (units[index + 1] as Unit).start < unit.end)
          below.push(...labelsBelow(units, ++index, text));
      pieces.push({ type: 'anchor', anchor, unit, below });
    }
  }
  return pieces;
}

/** Three or more of one sign, or blanks: a line that is nothing else needs no closer look. */
const rule = /^[-*_][-*_ \t]{2,200}$/;

const note = (text: string): Piece => ({ type: 'note', text: cleanText(text) });

/** The literal lines of a code block with placeholders; an empty text for each line that has some. */
function fenceLines(unit: Unit, text: string): string[] {
  return (unit.fence?.lines ?? [])
    .map(({ from, to }) => text.slice(from, to).trim())
    .filter((line) => line !== '')
    .map((line) => (hasSlot(line) ? '' : line));
}

/** For each placeholder line below an entry the label it has from a line of its own, or nothing. */
function labelsBelow(units: readonly Unit[], index: number, text: string): string[] {
  const unit = units[index] as Unit;
  const own = text.slice(unit.from, unit.to);
  if (!hasSlot(own)) return [];
  const before = units[index - 1] as Unit;
  const labelled = unit.type === 'fence' && before.type === 'line' && scopeKey(text, before) !== undefined;
  const label = labelled ? cleanLabel(text.slice(before.from, before.to)) : '';
  return (unit.fence?.lines ?? [undefined])
    .filter((line) => line === undefined || hasSlot(text.slice(line.from, line.to)))
    .map(() => label);
}

function addLiteral(pieces: Piece[], units: readonly Unit[], index: number, text: string): void {
  const unit = units[index] as Unit;
  if (unit.type === 'line' && isLabel(units, index, text)) {
    pieces.push({ type: 'label', text: cleanLabel(text.slice(unit.from, unit.to)) });
    return;
  }
  const ranges = unit.fence?.lines ?? unit.table?.rows.map(({ from, to }) => ({ from, to })) ?? [unit];
  const words = ranges.map(({ from, to }) => cleanText(text.slice(from, to))).filter(hasWords);
  if (words.length === 0) {
    if (rule.test(text.slice(unit.from, unit.to))) pieces.push({ type: 'rule' });
    return;
  }
  const last = pieces.at(-1);
  if (last?.type === 'note') last.text += `\n${words.join('\n')}`;
  else pieces.push({ type: 'note', text: words.join('\n') });
}

/** A line that opens a scope, or an item that owns what is nested in it. */
function isLabel(units: readonly Unit[], index: number, text: string): boolean {
  const unit = units[index] as Unit;
  if (scopeKey(text, unit) === undefined) return false;
  return unit.role === 'text' || (units[index + 1]?.start ?? Infinity) < unit.end;
}
