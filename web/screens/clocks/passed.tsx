import type { ShownClock } from '../../../src/operations/clock/shown.ts';
import { words } from '../../words/with-clocks.ts';
import style from './clocks.module.css';

/** How much of a clock's time has passed; a word beside it says how much is left. */
export function Passed({ clock: { state, start, until }, now }: { clock: ShownClock; now: number }) {
  if (state !== 'running' || start === null || until === null) return null;
  const [fromMs, toMs] = [Date.parse(start.at), Date.parse(until)];
  return (
    <progress
      className={style.passed}
      aria-label={words.clocks.passed}
      max={toMs - fromMs}
      value={Math.max(0, now - fromMs)}
    />
  );
}
