import { Link } from 'wouter';
import type { ShownClock } from '../../../src/operations/clock/shown.ts';
import { Moment } from '../../parts/moment.tsx';
import { words } from '../../words/with-clocks.ts';
import style from './clocks.module.css';
import { Due } from './due.tsx';
import { momentName, startName } from './named.ts';

type Start = NonNullable<ShownClock['start']>;

/** What started it, and where that stands in the document. */
function Cited({ start: { at, path, text }, incident }: { start: Start; incident: string }) {
  return (
    <>
      <Moment at={at} />{' '}
      {text === undefined ? null : path === undefined ? (
        <q className={style.cited}>{text}</q>
      ) : (
        <Link className={style.cited} href={`/incidents/${incident}#${encodeURIComponent(path)}`}>
          <q>{text}</q>
        </Link>
      )}
    </>
  );
}

/** From when a clock counts; what might have started it; or that nothing says so. */
export function Began({ clock, incident }: { clock: ShownClock; incident: string }) {
  const { clocks } = words;
  const { rule, start, suggested, limit } = clock;
  if (start !== null) {
    const within = limit === 'latest' ? rule.latest?.within : rule.within;
    const name = limit === 'latest' && rule.latest !== undefined ? momentName(rule.latest.from) : startName(start);
    return (
      <>
        {within === undefined ? clocks.from(name) : clocks.within(within, name)}{' '}
        <Cited start={start} incident={incident} />
      </>
    );
  }
  if (suggested !== null)
    return (
      <>
        {clocks.suggested(startName(suggested))} <Cited start={suggested} incident={incident} />{' '}
        <span className={style.quiet}>
          {clocks.wouldEnd} <Due clock={clock} />
        </span>
      </>
    );
  const { from } = rule;
  if (from === 'aware') return clocks.unknownAware;
  return typeof from === 'object' && 'done' in from ? clocks.chained(from.done) : clocks.unknown(momentName(from));
}
