import type { ShownRung } from '../../../src/operations/review/rung.ts';
import { Chip } from '../../parts/chip.tsx';
import { dayText } from '../../words/day.ts';
import { words } from '../../words/reviewing.ts';
import style from './follow-up.module.css';

/** What people made of a review that was held: the verdict, what was decided, and by whom. */
export function Held({ held: { at, by, lateDays, answers } }: { held: NonNullable<ShownRung['held']> }) {
  const { followUp, verdicts } = words.reviews;
  const { verdict, decision, attendees, notes, late } = answers;
  const lines = [
    [followUp.decided, decision],
    [followUp.attendees, attendees],
    [followUp.notes, notes],
    [followUp.lateBecause, late],
  ] as const;
  return (
    <>
      <p className={style.verdict}>
        <Chip tone={verdict === 'worked' ? 'good' : verdict === 'failed' ? 'error' : 'warning'}>
          {verdicts[verdict]}
        </Chip>
        <span className={style.quiet}>
          {followUp.heldBy(by.name, dayText(at))}, {lateDays === 0 ? followUp.inTime : followUp.late(lateDays)}
        </span>
      </p>
      <dl className={style.answers}>
        {lines.map(([name, text]) =>
          text === '' ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ),
        )}
      </dl>
    </>
  );
}
