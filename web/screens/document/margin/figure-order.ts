import type { Figures } from '../../../../src/record/figure.ts';
import type { Layout } from '../../../../src/templates/layout/layout.ts';

/** Names of figures by where they stand: those that the template speaks of, and the rest, known ones first. */
export type FigureOrder = { first: string[]; rest: string[] };

/** Figures that every reader looks for, whatever the template. */
const usual = ['duration', 'timeToDetect', 'timeToAcknowledge', 'timeToMitigate', 'timeToResolve'];

function spokenOf({ policy, sections }: Layout): Set<string> {
  const names = new Set([...usual, ...Object.keys(policy.figures), ...Object.keys(policy.targets)]);
  for (const item of sections.flatMap(({ items }) => items)) {
    if (item.kind === 'field' && item.figure !== undefined) names.add(item.figure);
    if (item.kind !== 'entries') continue;
    for (const { figure } of item.columns) if (figure !== undefined) names.add(figure);
    for (const cell of (item.fixed ?? []).flatMap(({ cells }) => cells ?? []))
      if ('path' in cell && cell.figure !== undefined) names.add(cell.figure);
  }
  return names;
}

/** Orders the figures of a document. Whether targets are met stands with the figure they are set for. */
export function figureOrder(figures: Figures, layout: Layout): FigureOrder {
  const spoken = spokenOf(layout);
  const names = Object.keys(figures).filter((name) => !name.startsWith('target.'));
  const rest = names.filter((name) => !spoken.has(name));
  const known = (name: string): boolean => figures[name]?.status !== 'unknown';
  return {
    first: names.filter((name) => spoken.has(name)),
    rest: [...rest.filter(known), ...rest.filter((name) => !known(name))],
  };
}
