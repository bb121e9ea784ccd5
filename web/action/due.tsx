import { daysTo } from '../parts/days-to.ts';
import { words } from '../words/following.ts';
import style from './due.module.css';

/** The day something is due, and in words how soon or how late that is. */
export function Due({ due, overdue, open }: { due: string; overdue: boolean; open: boolean }) {
  const { actions } = words;
  if (due === '') return <span className={style.quiet}>{actions.noDay}</span>;
  const days = daysTo(due);
  const soon = open && !overdue && days >= 0 && days <= 7;
  return (
    <span className={style.due}>
      <time dateTime={due}>{actions.day(due)}</time>
      {overdue ? <span className={style.late}>{actions.late(-days)}</span> : null}
      {soon ? <span className={style.soon}>{actions.dueIn(days)}</span> : null}
    </span>
  );
}
