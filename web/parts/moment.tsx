import { dayText, minuteText, ownTimeText } from '../words/day.ts';
import { words } from '../words/index.ts';
import style from './moment.module.css';

/** A moment in UTC; the reader's own zone stands in its title. */
export const Moment = ({ at, only }: { at: string; only?: 'day' }) => (
  <time dateTime={at} title={ownTimeText(new Date(at))} className={style.moment}>
    {only === 'day' ? dayText(at) : words.common.utc(minuteText(new Date(at)))}
  </time>
);
