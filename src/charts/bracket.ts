import type { Figure, Figures } from '../record/figure.ts';
import { formatDuration } from '../values/duration.ts';
import type { Mark } from './marks.ts';
import { words } from './words.ts';

/** The span that the chart measures out: between two events, with what the figure says of it. */
export type Bracket = { fromMs: number; toMs: number; label: string; certain: boolean };

/** Figures that a reader looks for first; the first that is known and lies on the axis is drawn. */
const order = ['duration', 'timeToResolve', 'timeToMitigate', 'timeToRepair'];

function bracketOf(name: string, figure: Figure, marks: Mark[]): Bracket | undefined {
  if (figure.status === 'unknown' || figure.seconds === undefined) return undefined;
  const at = (milestone: string | undefined) => marks.find((mark) => mark.event.milestone === milestone)?.fromMs;
  if (figure.from === undefined || figure.to === undefined) return undefined;
  const fromMs = at(figure.from);
  const toMs = at(figure.to);
  if (fromMs === undefined || toMs === undefined || toMs <= fromMs) return undefined;
  const certain = figure.status === 'known';
  const span = `from ${words(figure.from)} to ${words(figure.to)}`;
  return {
    fromMs,
    toMs,
    certain,
    label: `${words(name)} ${formatDuration(figure.seconds)} · ${span}${certain ? '' : ' · inferred'}`,
  };
}

/** The main span of the incident, or undefined when no figure rests on two events of the axis. */
export function mainBracket(figures: Figures, marks: Mark[]): Bracket | undefined {
  const names = [...order, ...Object.keys(figures).filter((name) => !order.includes(name))];
  for (const name of names) {
    const figure = Object.hasOwn(figures, name) ? figures[name] : undefined;
    const bracket = figure === undefined ? undefined : bracketOf(name, figure, marks);
    if (bracket !== undefined) return bracket;
  }
  return undefined;
}
