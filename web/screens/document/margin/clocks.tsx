import { lazy, Suspense, useEffect, useState } from 'react';
import { words } from '../../../words/index.ts';
import { fieldName } from '../../../parts/field-name.ts';
import { lengthText } from '../../../words/lengths.ts';
import { useDocument } from '../shown.ts';
import { type Clock, readClocks } from './clock.ts';
import style from './clocks.module.css';
import { Part } from './part.tsx';

const Regulatory = lazy(async () => ({ default: (await import('./regulatory.tsx')).Regulatory }));

const minuteMs = 60_000;

function useMinute(): number {
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), minuteMs);
    return () => clearInterval(timer);
  }, []);
  return nowMs;
}

/** To the minute within two hours, to the hour within two days, then in days: nobody waits for seconds here. */
function roughly(ms: number): string {
  const hourMs = 60 * minuteMs;
  const unitMs = ms < 2 * hourMs ? minuteMs : ms < 48 * hourMs ? hourMs : 24 * hourMs;
  return lengthText((Math.max(1, Math.floor(ms / unitMs)) * unitMs) / 1000);
}

function stateText({ state, dueMs }: Clock, nowMs: number): string {
  const { clocks } = words.document;
  if (state === 'done') return clocks.done;
  if (state === 'doneLate') return clocks.doneLate;
  if (dueMs === undefined) return clocks.unresolved;
  return state === 'late' ? clocks.late(roughly(nowMs - dueMs)) : clocks.left(roughly(dueMs - nowMs));
}

/** The deadlines of the template, and how much time is left. */
export function Clocks() {
  const { shown, layout } = useDocument();
  const nowMs = useMinute();
  const clocks = readClocks(shown.record, layout.policy, nowMs);
  return (
    <Part title={words.document.clocks.title}>
      {clocks.length === 0 ? <p className={style.none}>{words.document.clocks.none}</p> : null}
      <ul className={style.list}>
        {clocks.map((clock) => (
          <li key={clock.name} className={style.clock}>
            <span className={style.head}>
              <span>{words.document.clocks.names[clock.name] ?? fieldName(clock.name)}</span>
              <strong
                className={
                  clock.state === 'running' && clock.dueMs === undefined ? style.unresolved : style[clock.state]
                }
              >
                {stateText(clock, nowMs)}
              </strong>
            </span>
            <span className={style.limit}>{words.document.clocks.within(clock.limit)}</span>
          </li>
        ))}
      </ul>
      <Suspense fallback={null}>
        <Regulatory incident={shown.key} now={nowMs} />
      </Suspense>
    </Part>
  );
}
