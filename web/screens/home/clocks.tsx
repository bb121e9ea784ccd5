import { Link } from 'wouter';
import type { Home } from '../../../src/operations/home/show.ts';
import { Empty } from '../../parts/empty.tsx';
import { Panel } from '../../parts/panel.tsx';
import { words } from '../../words/index.ts';
import style from './home.module.css';
import { Left } from './left.tsx';
import { More } from './more.tsx';

/** Deadlines that run, those with the least time first. */
export function ClocksPanel({ clocks: { items, total }, now }: { clocks: Home['clocks']; now: number }) {
  const { home } = words;
  return (
    <Panel title={home.clocks} aside={<More href="/incidents" count={total - items.length} />}>
      {items.length === 0 ? (
        <Empty title={home.noClocks}>
          <p>{home.noClocksAdvice}</p>
        </Empty>
      ) : (
        <ul className={style.list}>
          {items.map(({ key, title, what, regime, tell, within, from, since, until }) => (
            <li key={`${key} ${what} ${regime ?? ''} ${tell ?? ''} ${until}`} className={style.clock}>
              <Link href={`/incidents/${key}${what === 'obligation' ? '/clocks' : ''}`} className={style.link}>
                {regime ?? home.clock[what]} · {title ?? home.untitled}
              </Link>
              <Left until={until} now={now} strong />
              <span className={style.under}>
                {home.clockSince(
                  within,
                  home.milestone[from] ?? from,
                  words.common.utc(`${home.day(since)} ${since.slice(11, 16)}`),
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
