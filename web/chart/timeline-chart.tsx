import { memo, useMemo } from 'react';
import type { Figure } from '../../src/record/figure.ts';
import type { PostmortemRecord } from '../../src/record/record.ts';
import { Button } from '../parts/button.tsx';
import { words } from '../words/index.ts';
import { Axis } from './axis.tsx';
import style from './chart.module.css';
import { described } from './described.ts';
import { Bands, bandStyle, Folds, laneHeight, Marks, Names, Span, unnamedBands } from './drawing.tsx';
import { placeNames } from './names.ts';
import { type Reading, readChart, scaleOf, spanOf } from './reading.ts';
import { useWidth } from './use-width.ts';
import { useWindow } from './use-window.ts';
import { readerOffsetMs, readerZone } from './zone.ts';

/** The span that is measured out: a figure with its name and value as they are shown beside the chart. */
export type Measured = { figure: Figure; label: string };

type Props = {
  record: PostmortemRecord;
  measured: Measured | undefined;
  /** Events that are lit up, by index. */
  lit: ReadonlySet<number>;
  pick: (index: number) => void;
  /** Where the same stands as a table. */
  table: string | undefined;
};

/** Without names of milestones. */
const leastHeight = 132;
const side = 8;

function Chart({ reading, measured, lit, pick, table }: Omit<Props, 'record'> & { reading: Reading }) {
  const [drawing, width] = useWidth<HTMLDivElement>();
  const window = useWindow(reading.whole, drawing);
  const { found, bands } = reading;
  const { shown } = window;
  const right = Math.max(width, 200);
  const scale = scaleOf(reading, shown, side, right - side);
  const span = measured === undefined ? undefined : spanOf(reading, measured.figure);
  const part = { scale, shown };
  const labels = placeNames(reading, scale, shown, right);
  const lanes = labels.reduce((most, { lane }) => Math.max(most, lane + 1), 0);
  const height = leastHeight + lanes * laneHeight;
  const local = readerOffsetMs(shown.fromMs) === found.offsetMs ? undefined : readerZone();
  const notes = [
    words.document.chart.zone(found.zone),
    ...(local === undefined ? [] : [words.document.chart.yours(local)]),
    ...(found.untimed === 0 ? [] : [words.document.chart.untimed(found.untimed)]),
  ];
  return (
    <>
      <div ref={drawing}>
        {width === 0 ? (
          <svg height={height} />
        ) : (
          <svg className={style.drawing} height={height} role="img" aria-label={described(reading)}>
            <Axis scale={scale} offsetMs={found.offsetMs} right={right} foot={height - 3} />
            <Bands bands={bands} {...part} />
            <Folds scale={scale} />
            <Names labels={labels} />
            <Marks reading={reading} lit={lit} pick={pick} {...part} />
            {span === undefined || measured === undefined ? null : (
              <Span
                span={span}
                label={measured.label}
                certain={measured.figure.status === 'known'}
                right={right}
                top={92 + lanes * laneHeight}
                {...part}
              />
            )}
          </svg>
        )}
      </div>
      {/* The keys of the chart work from any of its buttons. */}
      <div className={style.foot} onKeyDown={window.onKeyDown}>
        <span>
          {unnamedBands(bands, part).map(({ word, ink }) => (
            <span key={word} className={style.named}>
              <svg width={10} height={10} aria-hidden="true">
                <rect width={10} height={10} rx={2} className={bandStyle[ink] ?? style.other} />
              </svg>{' '}
              {word}
            </span>
          ))}
          {notes.join(' · ')}
        </span>
        <div className={style.tools} role="group" aria-label={words.document.chart.title}>
          {window.isWhole ? null : (
            <>
              <Button look="quiet" onClick={window.showAll}>
                {words.document.chart.whole}
              </Button>
              <Button look="quiet" onClick={window.earlier}>
                ← {words.document.chart.earlier}
              </Button>
              <Button look="quiet" onClick={window.later}>
                {words.document.chart.later} →
              </Button>
            </>
          )}
          <Button look="quiet" onClick={window.zoomOut} disabled={window.isWhole}>
            {words.document.chart.zoomOut}
          </Button>
          <Button look="quiet" onClick={window.zoomIn}>
            {words.document.chart.zoomIn}
          </Button>
          {table === undefined ? null : (
            <a className={style.table} href={table}>
              {words.document.chart.asTable}
            </a>
          )}
        </div>
      </div>
    </>
  );
}

/** The course of the incident: phases as bands, events as marks, the chosen figure measured out; to be zoomed and moved. */
export const TimelineChart = memo(function TimelineChart({ record, ...rest }: Props) {
  const reading = useMemo(() => readChart(record), [record]);
  return (
    <section className={style.chart} aria-label={words.document.chart.title}>
      {reading === undefined ? (
        <p className={style.none}>{words.document.chart.none}</p>
      ) : (
        <Chart reading={reading} {...rest} />
      )}
    </section>
  );
});
