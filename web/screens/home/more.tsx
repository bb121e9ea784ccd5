import { Link } from 'wouter';
import { words } from '../../words/index.ts';
import style from './home.module.css';

/** How many a card does not show, as the way to all of them. */
export const More = ({ href, count }: { href: string; count: number }) =>
  count <= 0 ? null : (
    <Link href={href} className={style.more}>
      {words.home.more(count)}
    </Link>
  );
