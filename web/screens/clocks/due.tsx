import type { ShownClock } from '../../../src/operations/clock/shown.ts';
import { Moment } from '../../parts/moment.tsx';
import { words } from '../../words/with-clocks.ts';

/** When a clock runs out: at an hour, with a day, or when the addressee closes on it. */
export function Due({ clock: { until, day, zone, rule } }: { clock: ShownClock }) {
  const { clocks } = words;
  if (until === null) return null;
  if (day === null) return <Moment at={until} />;
  const text = rule.closes === undefined ? clocks.endOfDay(day, zone) : clocks.closes(day, rule.closes, zone);
  return <time dateTime={until}>{text}</time>;
}
