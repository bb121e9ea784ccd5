import { hintKey } from '../read/blank.ts';
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
  let key = `${unit.anchor}`;
  if (unit.tick !== undefined) key += `\u0001${unit.tick ? 'x' : ''}`;
  const offset = unit.tick === undefined ? 0 : 1;
  unit.texts.forEach((text, index) => {
    const folded = fold(text);
    key += `\u0001${folded}`;
    if (isHint(folded) && template.blankUnits.has(hintKey(unit, index + offset, folded)))
      (shields ??= new Set()).add(index);
  });
  if (shields === undefined && template.blankUnits.has(key)) {
    const first = unit.texts.findIndex((text) => text !== '');
    if (first >= 0) return new Set([first]);
  }
  return shields;
}
