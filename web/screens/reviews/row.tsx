import { Link } from 'wouter';
import type { ReviewItem } from '../../../src/operations/review/list.ts';
import { Chip } from '../../parts/chip.tsx';
import { daysTo } from '../../parts/days-to.ts';
import { Moment } from '../../parts/moment.tsx';
import { words } from '../../words/reviewing.ts';
import style from './reviews.module.css';
import { tones } from './tones.ts';

/** One review of one incident; all of it leads there. */
export function Row({ item: { incident, rung, day, state, heldAt, verdict, decision } }: { item: ReviewItem }) {
  const { reviews } = words;
  const { tone } = tones[state];
  return (
    <li className={style.item}>
      <Link href={`/incidents/${incident.key}/follow-up/${encodeURIComponent(rung)}`} className={style.link}>
        <span className={style.name}>{reviews.name(rung)}</span>
        <span className={style.incident}>
          {incident.key} {incident.title ?? reviews.untitled}
        </span>
      </Link>
      {decision === null ? null : <span className={style.decision}>{decision}</span>}
      <span className={style.when}>
        <Moment at={heldAt ?? `${day}T00:00:00Z`} only="day" />
        <span className={style.quiet}>{heldAt === null ? reviews.left(daysTo(day)) : ''}</span>
      </span>
      <Chip tone={verdict === 'failed' ? 'error' : tone}>
        {verdict === null ? reviews.standing[state] : (reviews.verdicts[verdict] ?? verdict)}
      </Chip>
    </li>
  );
}
