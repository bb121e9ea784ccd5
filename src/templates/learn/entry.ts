import type { Unit } from '../outline/units.ts';
import { type LearnState, slot } from './state.ts';
import { collections } from './vocabulary/collections.ts';

/** One top-level item of a list with everything nested in it. */
export type Entry = { unit: Unit; nested: Unit[] };

export const isNumbered = (name: string): boolean => /\b1$/.test(name);

/** What replaces the box of an item with a checkbox: the field that says whether it is done; undefined without one. */
export function checkboxEdit(
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
