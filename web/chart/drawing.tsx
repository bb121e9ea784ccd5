import { memo } from 'react';
import type { Band } from '../../src/charts/bands.ts';
import type { Placed as Label } from '../../src/charts/lanes.ts';
import type { Scale } from '../../src/charts/scale.ts';
import { textWidth } from '../../src/charts/svg.ts';
import { lengthText } from '../words/lengths.ts';
import style from './chart.module.css';
import { momentText } from './moments.ts';
import type { Placed, Reading } from './reading.ts';
import type { Window } from './window.ts';
import { readerClock } from './zone.ts';

/** From one line of names to the next. */
export const laneHeight = 15;

type Part = { scale: Scale; shown: Window };

/** The class of a phase's colour. */
export const bandStyle: Record<string, string | undefined> = {
  'phase-detection': style.detection,
  'phase-investigation': style.investigation,
  'phase-mitigation': style.mitigation,
  'phase-recovery': style.recovery,
};

const overlaps = (from: number, to: number, { fromMs, toMs }: Window): boolean => to >= fromMs && from <= toMs;

/** Whether a band's word fits into it. */
const fits = (word: string, width: number): boolean => textWidth(word, 12) + 16 <= width;

/** The bands in what is shown whose words do not fit into them, each word once: they are named below. */
export function unnamedBands(bands: readonly Band[], { scale, shown }: Part): Band[] {
  const found = new Map<string, Band>();
  for (const band of bands) {
    const isShown = overlaps(band.fromMs, band.toMs, shown);
    if (isShown && !fits(band.word, scale.x(band.toMs) - scale.x(band.fromMs) - 2)) found.set(band.word, band);
  }
  return [...found.values()];
}

/** The phases as bands with their word where it fits. */
export const Bands = ({ bands, scale, shown }: Part & { bands: Band[] }) =>
  bands
    .filter((band) => overlaps(band.fromMs, band.toMs, shown))
    .map((band) => {
      const from = scale.x(band.fromMs);
      const width = Math.max(2, scale.x(band.toMs) - from - 2);
      return (
        <g key={`${band.word} ${band.fromMs}`}>
          <title>{`${band.word}: ${lengthText((band.toMs - band.fromMs) / 1000)}`}</title>
          <rect
            x={from}
            y={36}
            width={width}
            height={24}
            rx={Math.min(4, width / 2)}
            className={bandStyle[band.ink] ?? style.other}
          />
          {!fits(band.word, width) ? null : (
            <text x={from + 8} y={52} className={style.bandWord}>
              {band.word}
            </text>
          )}
        </g>
      );
    });

/** Quiet stretches that are folded away, with how long they lasted. */
export const Folds = ({ scale }: { scale: Scale }) =>
  scale.folds.map(({ left, right, durationMs }) => (
    <g key={left}>
      <rect x={left + 3} y={35} width={Math.max(0, right - left - 6)} height={26} className={style.fold} />
      <text x={(left + right) / 2} y={52} className={style.foldWord}>
        {`~${lengthText(Math.round(durationMs / 3_600_000) * 3600)}`}
      </text>
    </g>
  ));

type MarksProps = Part & { reading: Reading; lit: ReadonlySet<number>; pick: (index: number) => void };

type OneProps = Omit<Placed, 'toMs'> & { x: number; end: number; isLit: boolean; firstMs: number; offsetMs: number };

/** One event; the others stay as they are when it changes. */
const One = memo(function One({ event, index, fromMs, x, end, isLit, firstMs, offsetMs }: OneProps) {
  const { milestone, inferred, text = '' } = event;
  const look = milestone === undefined || inferred === true ? style.mark : style.milestone;
  const moment = momentText({ fromMs, event }, { marks: [{ fromMs: firstMs }], offsetMs });
  return (
    <g data-event={index} className={style.event}>
      <title>{`${moment} (${readerClock(fromMs)}) ${text.slice(0, 200)}`}</title>
      <circle cx={x} cy={76} r={12} className={style.target} />
      {end > x + 1 ? <line x1={x} x2={end} y1={76} y2={76} className={style.range} /> : null}
      {isLit ? <circle cx={x} cy={76} r={8} className={style.halo} /> : null}
      <circle cx={x} cy={76} r={4.5} className={look} />
    </g>
  );
});

const eventAt = (target: EventTarget): string | null | undefined =>
  target instanceof Element ? target.closest('[data-event]')?.getAttribute('data-event') : undefined;

/** Events as circles, milestones filled, ranges with a line. The timeline's own rows say the same in words. */
export function Marks({ reading, scale, shown, lit, pick }: MarksProps) {
  const { placed, found } = reading;
  const { offsetMs } = found;
  const firstMs = found.marks[0]?.fromMs ?? 0;
  const drawn = placed.filter((mark) => overlaps(mark.fromMs, mark.toMs, shown));
  const choose = (target: EventTarget) => {
    const index = eventAt(target);
    if (index) pick(Number(index));
  };
  return (
    <g onClick={({ target }) => choose(target)}>
      {/* Milestones last, so that no other event hides one. */}
      {[
        ...drawn.filter(({ event }) => event.milestone === undefined),
        ...drawn.filter(({ event }) => event.milestone !== undefined),
      ].map(({ event, index, fromMs, toMs }) => (
        <One
          key={index}
          {...{ event, index, fromMs, firstMs, offsetMs }}
          x={scale.x(fromMs)}
          end={scale.x(toMs)}
          isLit={lit.has(index)}
        />
      ))}
    </g>
  );
}

/** Names of milestones under their marks, each at the end of its stem. */
export const Names = ({ labels }: { labels: readonly Label<string>[] }) =>
  labels.map(({ item, x, lane, from }) => (
    <g key={`${x} ${item}`}>
      <line x1={x} x2={x} y1={82} y2={90 + lane * laneHeight} className={style.stem} />
      <text x={from} y={98 + lane * laneHeight} className={style.nameWord}>
        {item}
      </text>
    </g>
  ));

/** A figure's span measured out under the events, with its name. */
export function Span({
  span,
  label,
  certain,
  scale,
  shown,
  right,
  top,
}: Part & { span: Window; label: string; certain: boolean; right: number; top: number }) {
  if (!overlaps(span.fromMs, span.toMs, shown)) return null;
  const [from, to] = [scale.x(span.fromMs), scale.x(span.toMs)];
  const width = textWidth(label, 12);
  const x = Math.min(Math.max((from + to - width) / 2, 0), Math.max(0, right - width));
  return (
    <g>
      <path d={`M${from} ${top}v5H${to}v-5`} className={certain ? style.span : style.unsureSpan} />
      <text x={x} y={top + 20} className={style.spanWord}>
        {label}
      </text>
    </g>
  );
}
