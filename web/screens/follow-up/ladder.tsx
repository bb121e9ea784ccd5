import { Link } from 'wouter';
import type { ShownRung } from '../../../src/operations/review/rung.ts';
import { Chip } from '../../parts/chip.tsx';
import { daysTo } from '../../parts/days-to.ts';
import { dayText } from '../../words/day.ts';
import { words } from '../../words/reviewing.ts';
import { tones } from '../reviews/tones.ts';
import style from './follow-up.module.css';

function when({ day, held, state }: ShownRung): string {
  const { followUp, left } = words.reviews;
  if (held !== null) return followUp.heldOn(dayText(held.at));
  if (day === null) return '';
  return state === 'late' || state === 'due'
    ? `${followUp.dueBy(dayText(day))} · ${left(daysTo(day))}`
    : followUp.dueBy(dayText(day));
}

type Props = { items: ShownRung[]; incident: string; chosen: string | undefined };

/** The reviews of an incident from the first to the last, and the way to each. */
export function LadderList({ items, incident, chosen }: Props) {
  const { reviews } = words;
  const { followUp } = reviews;
  return (
    <nav className={style.ladder} aria-label={followUp.ladder}>
      <ol className={style.rungs}>
        {items.map((item) => (
          <li key={item.rung} className={style.rung} data-state={item.state}>
            <Link
              href={`/incidents/${incident}/follow-up/${encodeURIComponent(item.rung)}`}
              className={item.rung === chosen ? style.here : style.way}
              aria-current={item.rung === chosen ? 'page' : undefined}
            >
              <span className={style.name}>{reviews.name(item.rung)}</span>
              <Chip tone={tones[item.state].tone}>{reviews.standing[item.state]}</Chip>
              <span className={style.when}>{when(item)}</span>
            </Link>
          </li>
        ))}
      </ol>
      {items.some(({ state }) => state === 'planned') ? <p className={style.quiet}>{followUp.noEnd}</p> : null}
    </nav>
  );
}
