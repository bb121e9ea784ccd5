import { Link } from 'wouter';
import type { Home } from '../../../src/operations/home/show.ts';
import { Empty } from '../../parts/empty.tsx';
import { Panel } from '../../parts/panel.tsx';
import { words } from '../../words/index.ts';
import style from './home.module.css';
import { Left } from './left.tsx';
import { More } from './more.tsx';

type Item = Home['waiting']['items'][number];

function detail({
  kind,
  role = '',
  forYou = false,
  interval = '',
  count = 0,
  by = '',
  said: spoken = '',
}: Item): string {
  const { home } = words;
  const said: Record<Item['kind'], string> = {
    sign: home.sign(role, forYou),
    approve: home.approve,
    review: home.review,
    answer: home.answer(by, spoken),
    decide: home.decide(count, by),
    look: home.look(interval),
    write: home.write(count),
    confirm: home.confirm(count),
    draft: home.draft(count),
  };
  return said[kind];
}

const addressOf = ({ kind, key, comment, interval = '' }: Item): string => {
  if (kind === 'look') return `/incidents/${key}/follow-up/${encodeURIComponent(interval)}`;
  const place = comment === undefined ? (kind === 'decide' ? '#margin-proposals' : '') : `#comment-${comment}`;
  return `/incidents/${key}${place}`;
};

/** Whose turn it is: signatures, reviews, drafts, milestones. Each row leads to its incident. */
export function WaitingPanel({ waiting: { items, total }, now }: { waiting: Home['waiting']; now: number }) {
  const { home } = words;
  return (
    <Panel title={home.waiting} aside={<More href="/incidents?status=draft" count={total - items.length} />}>
      {items.length === 0 ? (
        <Empty title={home.nothingWaits}>
          <p>{home.nothingWaitsAdvice}</p>
        </Empty>
      ) : (
        <ul className={style.waiting}>
          {items.map((item, index) => (
            <li key={`${item.kind} ${item.key} ${index}`} className={style.item}>
              <Link href={addressOf(item)} className={style.link}>
                <strong>{home.kinds[item.kind]}</strong> · {item.title ?? home.untitled}
              </Link>
              <span className={style.detail}>{detail(item)}</span>
              <span className={style.time}>
                {item.until === undefined ? null : <Left until={item.until} now={now} />}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
