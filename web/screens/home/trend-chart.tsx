import { useLayoutEffect, useRef, useState } from 'react';
import type { Trend } from '../../../src/operations/home/trend.ts';
import { words } from '../../words/index.ts';
import { scaleOf } from '../../../src/charts/length-scale.ts';
import style from './trend-chart.module.css';

const [height, top, foot, side] = [180, 8, 40, 44];
type Quarters = Trend['quarters'];

/** Where a dot stands within its quarter: by its moment, with some air at both sides. */
const shareOf = (at: string, { from, to }: { from: string; to: string }): number =>
  0.12 + (0.76 * (Date.parse(at) - Date.parse(from))) / (Date.parse(to) - Date.parse(from));

const said = (quarters: Quarters): string =>
  quarters
    .map(({ from, median, dots }) =>
      words.home.trendSaid(
        `${words.home.trendQuarter(from)} ${words.home.trendYear(from)}`,
        words.home.trendMedian(median),
        dots.length,
      ),
    )
    .join('; ');

/** Dots for incidents, a line through the medians. Everything it shows is also in its label, and the medians at its foot. */
export function TrendChart({ quarters }: { quarters: Quarters }) {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(480);
  useLayoutEffect(() => {
    if (place.current === null) return undefined;
    const watch = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 480));
    watch.observe(place.current);
    return () => watch.disconnect();
  }, []);
  const { ticks, at } = scaleOf(quarters.flatMap(({ dots }) => dots.map(({ seconds }) => seconds)));
  const y = (seconds: number) => top + (height - top - foot) * (1 - at(seconds));
  const column = (width - side) / quarters.length;
  const x = (index: number, share = 0.5) => side + column * (index + share);
  const line = quarters.flatMap(({ median }, index) => (median === null ? [] : [`${x(index)},${y(median)}`])).join(' ');
  return (
    <div ref={place} className={style.place}>
      <svg width={width} height={height} role="img" aria-label={said(quarters)}>
        {ticks.map((tick) => (
          <g key={tick}>
            <line className={style.grid} x1={side} x2={width} y1={y(tick)} y2={y(tick)} />
            <text className={style.text} x={side - 8} y={y(tick) + 4} textAnchor="end">
              {words.home.length(tick * 1000)}
            </text>
          </g>
        ))}
        {quarters.flatMap((quarter, index) =>
          quarter.dots.map(({ key, title, at: moment, seconds }) => (
            <circle key={key} className={style.dot} cx={x(index, shareOf(moment, quarter))} cy={y(seconds)} r={4}>
              <title>{`${key} ${title ?? ''}, ${words.home.length(seconds * 1000)}`}</title>
            </circle>
          )),
        )}
        <polyline className={style.line} points={line} />
        {quarters.map(({ from, median }, index) => (
          <g key={from}>
            {median === null ? null : <circle className={style.median} cx={x(index)} cy={y(median)} r={3.5} />}
            <text className={style.text} x={x(index)} y={height - 22} textAnchor="middle">
              {words.home.trendQuarter(from)} {words.home.trendYear(from)}
            </text>
            <text
              className={median === null ? style.text : style.value}
              x={x(index)}
              y={height - 5}
              textAnchor="middle"
            >
              {words.home.trendMedian(median)}
            </text>
          </g>
        ))}
      </svg>
    </div>
  );
}
