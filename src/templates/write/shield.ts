import { firstKey, hintKey } from '../read/blank.ts';
import { fold, isHint } from '../read/fold.ts';
import type { Template } from '../template.ts';

/** One written unit: the anchor, its ticks and texts in the order in which they are read, and whether it is a row. */
export type WrittenUnit = { anchor: number; tick?: boolean; texts: readonly string[] };

/**
 * Which texts of a unit would be taken for the blank form's when read again: all of an example row, or single hints.
 * The first of them, or the hint, gets a shield. Undefined when there is none.
 */
export function shieldsFor(template: Template, unit: WrittenUnit): Set<number> | undefined {
  if (template.blankUnits.size === 0) return undefined;
  let shields: Set<number> | undefined;
  const offset = unit.tick === undefined ? 0 : 1;
  for (let index = 0; index < unit.texts.length; index++) {
    const text = unit.texts[index] as string;
    if (text.length > 300 || !isHint(text)) continue;
    const folded = fold(text);
    if (template.blankUnits.has(hintKey(unit, index + offset, folded))) (shields ??= new Set()).add(index);
  }
  const start = unit.texts[0] ?? '';
  if (shields !== undefined || !template.blankUnits.has(firstKey(unit, fold(start)))) return shields;
  const tick = unit.tick === undefined ? '' : `\u0001${unit.tick ? 'x' : ''}`;
  const key = `${unit.anchor}${tick}${unit.texts.map((text) => `\u0001${fold(text)}`).join('')}`;
  const first = unit.texts.findIndex((text) => text !== '');
  return first >= 0 && template.blankUnits.has(key) ? new Set([first]) : undefined;
}
