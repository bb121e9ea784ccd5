import { words } from '../../words/index.ts';
import style from './home.module.css';

const soonMs = 24 * 3_600_000;

/** How much time is left; red when less than a day is, and a word says when it is over. */
export function Left({ until, now, strong = false }: { until: string; now: number; strong?: boolean }) {
  const ms = Date.parse(until) - now;
  const tone = ms < 0 ? style.late : ms < soonMs ? style.soon : '';
  return (
    <time dateTime={until} title={new Date(until).toUTCString()} className={`${tone} ${strong ? style.strong : ''}`}>
      {words.home.left(ms)}
    </time>
  );
}
