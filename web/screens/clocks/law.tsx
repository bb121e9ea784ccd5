import type { ShownClock } from '../../../src/operations/clock/shown.ts';
import style from './clocks.module.css';

/** Where a rule stands: the article, and the way to it. */
export const Law = ({ rule: { cite, link } }: Pick<ShownClock, 'rule'>) =>
  link === undefined ? (
    cite
  ) : (
    <a className={style.law} href={link} rel="noreferrer" target="_blank">
      {cite}
    </a>
  );
