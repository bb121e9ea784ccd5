import type { Figure } from '../record/figure.ts';
import type { Text } from '../record/said.ts';
import { wording } from './wording.ts';

/** A figure without a value. The reason says what is missing and what to add. */
export function unknownFigure(unit: string, formula: Text, reason: Text, cites: string[] = []): Figure {
  return { status: 'unknown', unit, cites, ...wording(formula, reason) };
}

/** A figure as a condition for others: its status unless it is unknown. */
export function isUsable(figure: Figure | undefined): figure is Figure & { status: 'known' | 'inferred' } {
  return figure !== undefined && figure.status !== 'unknown';
}

/** Lowest and highest value of a figure; both ends are equal when it is a point. Undefined when it is unknown. */
export function boundsOf(figure: Figure | undefined): { from: number; to: number } | undefined {
  if (!isUsable(figure)) return undefined;
  const point = figure.seconds ?? figure.value;
  return figure.interval ?? (point === undefined ? undefined : { from: point, to: point });
}
