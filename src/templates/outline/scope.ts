import { findLabel, fullKey } from './label.ts';
import type { Unit } from './units.ts';

/** Key of a label line: it ends with its colon or question mark, is wholly bold, or is an item of its own. */
export function scopeKey(text: string, unit: Unit): string | undefined {
  const label = findLabel(text, unit.from, unit.to);
  if (label !== undefined) return text.slice(label.end, unit.to).trim() === '' ? label.key : undefined;
  const short = unit.to - unit.from < 120;
  const bold = short && text.startsWith('**', unit.from) && text.startsWith('**', unit.to - 2);
  return bold || (short && unit.role === 'item') ? fullKey(text.slice(unit.from, unit.to)) : undefined;
}

/** Key of the item a unit is nested in: its label, or its words. */
export function parentKey(units: readonly Unit[], unit: Unit, text: string): string {
  const parent = units[unit.parent];
  if (parent === undefined) return '';
  const label = findLabel(text, parent.from, parent.to);
  return label === undefined ? fullKey(text.slice(parent.from, Math.min(parent.to, parent.from + 160))) : label.key;
}
