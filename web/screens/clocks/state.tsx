import type { ShownClock } from '../../../src/operations/clock/shown.ts';
import { words } from '../../words/with-clock-state.ts';
import style from './clocks.module.css';

const soonMs = 24 * 3_600_000;

/** How a clock stands, in a word: how much time is left, or what became of it. */
export function State({ clock: { state, until, rule }, now }: { clock: ShownClock; now: number }) {
  const { clockState } = words;
  if (state === 'running' || state === 'overdue') {
    const ms = Date.parse(until ?? '') - now;
    return (
      <strong className={ms < 0 ? style.late : ms < soonMs ? style.soon : undefined}>{clockState.left(ms)}</strong>
    );
  }
  if (state === 'prompt') return <strong className={style.soon}>{rule.promptly}</strong>;
  if (state === 'done') return <strong className={style.done}>{clockState.done}</strong>;
  if (state === 'doneLate') return <strong className={style.late}>{clockState.doneLate}</strong>;
  return <span className={style.quiet}>{state === 'waiting' ? clockState.waiting : clockState.notApplicable}</span>;
}
