import { useCallback, useMemo } from 'react';
import { type Measured, TimelineChart } from '../../chart/timeline-chart.tsx';
import { words } from '../../words/index.ts';
import { figureName, figureText } from './figure-text.ts';
import { useGoTo } from './go-to.ts';
import { useLit, useLitEntries } from './lit.ts';
import { type Document, useDocument } from './shown.ts';

/** Spans that a reader looks for first; the first that is known is measured out until a figure is chosen. */
const usual = ['timeToMitigate', 'duration', 'timeToResolve'];

/** The first section whose own list holds events. */
function tableOf({ layout, placement }: Document): string | undefined {
  const section = layout.sections.find(({ items }) =>
    items.some(
      (item) =>
        item.kind === 'entries' && item.collection === 'timeline' && (placement.at.get(item)?.open.length ?? 0) > 0,
    ),
  );
  return section === undefined ? undefined : `#${encodeURIComponent(section.id)}`;
}

/** The figure that is measured out, with its words. */
function measuredOf(figures: Document['figures'], chosen: string | undefined): Measured | undefined {
  const name = chosen ?? usual.find((each) => figures[each]?.seconds !== undefined);
  const figure = name === undefined ? undefined : figures[name];
  const value = figure === undefined ? undefined : figureText(figure);
  if (name === undefined || figure === undefined || value === undefined) return undefined;
  return { figure, label: words.document.chart.span(figureName(name), value) };
}

/** The chart of the document, with the span of the chosen figure. */
export function Course() {
  const whole = useDocument();
  const { lit } = useLit();
  const events = useLitEntries('timeline');
  const goTo = useGoTo();
  const chosen = lit?.by.startsWith('figure:') === true ? lit.by.slice('figure:'.length) : undefined;
  const { figures, shown } = whole;
  const measured = useMemo(() => measuredOf(figures, chosen), [figures, chosen]);
  const pick = useCallback((index: number) => goTo(`timeline[${index}]`), [goTo]);
  return <TimelineChart record={shown.record} lit={events} table={tableOf(whole)} {...{ measured, pick }} />;
}
