import { readMarks } from '../../../../src/charts/marks.ts';
import { momentText } from '../../../chart/moments.ts';
import type { Figure, Figures } from '../../../../src/record/figure.ts';
import type { PostmortemRecord } from '../../../../src/record/record.ts';
import { words } from '../../../words/index.ts';
import { formulaText, reasonText } from '../figure-text.ts';

/** Whether a figure meets its target: the target as stated, and yes, no or not known. */
export type TargetState = { text: string; met: boolean | undefined };

/** The target of a figure, by the figure that says whether it is met. */
export function targetOf(figures: Figures, name: string): TargetState | undefined {
  const target = figures[`target.${name}`];
  if (target === undefined) return undefined;
  const met = target.status === 'unknown' ? undefined : target.value === 1;
  return { text: target.formula.slice(name.length + 1), met };
}

/** Writes when an event of the record was, short: `14:23`. */
export function momentsOf(record: PostmortemRecord): (path: string) => string | undefined {
  const found = readMarks(record);
  const byEvent = new Map(found.marks.map((mark) => [mark.event, mark]));
  return (path) => {
    const index = /^timeline\[(\d+)\]/.exec(path)?.[1];
    const event = index === undefined ? undefined : record.timeline?.[Number(index)];
    const mark = event === undefined ? undefined : byEvent.get(event);
    return mark === undefined ? undefined : momentText(mark, found);
  };
}

/** `14:23 → 14:25`: the ends of what a figure is computed from, or what it is computed from in words. */
export function sourceLine(figure: Figure, moment: (path: string) => string | undefined): string {
  const { status, from, to, cites } = figure;
  if (status === 'unknown') return reasonText(figure);
  const times = cites.flatMap((path) => moment(path) ?? []);
  const [first, last] = [times[0], times.at(-1)];
  const span = from !== undefined && to !== undefined && first !== undefined && last !== undefined;
  const text = span ? `${first} → ${last}` : formulaText(figure);
  return status === 'inferred' ? `${text} · ${words.document.figures.inferred}` : text;
}
