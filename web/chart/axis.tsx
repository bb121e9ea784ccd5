import { clockText } from '../../src/charts/marks.ts';
import type { Scale } from '../../src/charts/scale.ts';
import { textWidth } from '../../src/charts/svg.ts';
import style from './chart.module.css';
import { dayText } from './moments.ts';
import { readerClock, readerOffsetMs } from './zone.ts';

const dayMs = 86_400_000;
const size = 11;

type Tick = { ms: number; x: number; from: number; text: string; day: string | undefined };

/** Labels that do not touch; the day stands at the first one and wherever it changes. */
function ticksOf({ ticks, stepMs, x }: Scale, offsetMs: number, right: number): Tick[] {
  const byDay = stepMs >= dayMs;
  let free = -Infinity;
  let shownDay = '';
  return ticks.flatMap((ms) => {
    const text = byDay ? dayText(ms, offsetMs, false) : clockText(ms, offsetMs);
    const width = textWidth(text, size);
    const from = Math.min(Math.max(x(ms) - width / 2, 0), right - width);
    if (from < free) return [];
    free = from + width + 14;
    const day = dayText(ms, offsetMs, true);
    const isNew = !byDay && day !== shownDay;
    shownDay = day;
    return [{ ms, x: x(ms), from, text, day: isNew ? day : undefined }];
  });
}

/** Round times above, hairlines down through the drawing, and the reader's own clock at the foot where it differs. */
export function Axis({
  scale,
  offsetMs,
  right,
  foot,
}: {
  scale: Scale;
  offsetMs: number;
  right: number;
  foot: number;
}) {
  const ticks = ticksOf(scale, offsetMs, right);
  return (
    <g>
      {ticks.map(({ ms, x, from, text, day }) => (
        <g key={ms}>
          <line x1={x} x2={x} y1={32} y2={foot - 12} className={style.line} />
          {day === undefined ? null : (
            <text x={Math.min(from, right - textWidth(day, size))} y={10} className={style.day}>
              {day}
            </text>
          )}
          <text x={from} y={26} className={style.tick}>
            {text}
          </text>
          {scale.stepMs < dayMs && readerOffsetMs(ms) !== offsetMs ? (
            <text x={from} y={foot} className={style.day}>
              {readerClock(ms)}
            </text>
          ) : null}
        </g>
      ))}
    </g>
  );
}
