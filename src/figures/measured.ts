import type { Figure } from '../record/figure.ts';
import type { Text } from '../record/said.ts';
import { wording } from './wording.ts';

/** Six decimals: below what any figure is measured to, above the noise of binary fractions. */
function tidy(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/** A figure with a value: a point when both bounds are equal (`seconds` for times, else `value`), an interval otherwise. */
export function measured(
  status: 'known' | 'inferred',
  unit: string,
  bounds: { from: number; to: number } | number,
  formula: Text,
  cites: string[],
): Figure {
  const from = tidy(typeof bounds === 'number' ? bounds : bounds.from);
  const to = tidy(typeof bounds === 'number' ? bounds : bounds.to);
  const point = unit === 'seconds' ? { seconds: from } : { value: from };
  return { status, unit, ...(from === to ? point : { interval: { from, to } }), cites, ...wording(formula) };
}
