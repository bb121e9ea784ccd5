import type { OccasionPage } from '../../../src/operations/occasion/list.ts';
import { useOperation } from '../../api/queries.ts';
import { Answered } from '../../parts/answered.tsx';
import { Chip } from '../../parts/chip.tsx';
import { Moment } from '../../parts/moment.tsx';
import { Panel } from '../../parts/panel.tsx';
import { dayText } from '../../words/day.ts';
import { listText } from '../../words/plural.ts';
import { words } from '../../words/reviewing.ts';
import style from './follow-up.module.css';

/** What stands there at once; the rest unfolds. */
const shownAtOnce = 6;

type Item = OccasionPage['items'][number];

/** What it is about: the words of the document, or ours where the server has none of its own. */
function about({ kind, key, label }: Item): string {
  const [, of = ''] = key.split('/');
  if (kind === 'review') return words.reviews.name(of);
  return kind === 'deadline' ? (words.occasions.deadlines[of] ?? label) : label;
}

function Line({ item }: { item: Item }) {
  const { occasions } = words;
  const { kind, at, due, step, told, firedAt, said } = item;
  const names = told.length === 0 ? occasions.lead : listText(told);
  return (
    <li className={style.occasion}>
      <span className={style.moment}>
        <Moment at={firedAt ?? at} only="day" />
      </span>
      <span>
        <Chip>{occasions.kinds[kind] ?? kind}</Chip> {about(item)}
        <span className={style.when}>
          {occasions.step(step)} · {occasions.due(dayText(due.slice(0, 10)))} ·{' '}
          {said === false ? occasions.missed : occasions.to(names)}
        </span>
      </span>
    </li>
  );
}

const List = ({ items }: { items: Item[] }) => (
  <ul className={style.plain}>
    {items.map((item) => (
      <Line key={item.key} item={item} />
    ))}
  </ul>
);

function Lines({ incident, state, title, none }: { incident: string; state: string; title: string; none: string }) {
  const page = useOperation<OccasionPage>('occasion.list', { incident, state, limit: 30 });
  return (
    <div>
      <h3>{title}</h3>
      <Answered of={page}>
        {({ items, next }) => (
          <>
            {items.length === 0 ? <p className={style.quiet}>{none}</p> : null}
            <List items={items.slice(0, shownAtOnce)} />
            {items.length <= shownAtOnce ? null : (
              <details className={style.more}>
                <summary>{words.occasions.further(items.length - shownAtOnce)}</summary>
                <List items={items.slice(shownAtOnce)} />
                {next === undefined ? null : <p className={style.quiet}>{words.occasions.more}</p>}
              </details>
            )}
          </>
        )}
      </Answered>
    </div>
  );
}

/** What people will be told about an incident and when, and what they were told. */
export function Coming({ incident }: { incident: string }) {
  const { occasions } = words;
  return (
    <div className={style.coming}>
      <Panel title={occasions.title}>
        <div className={style.pair}>
          <Lines incident={incident} state="planned" title={occasions.coming} none={occasions.none} />
          <Lines incident={incident} state="fired" title={occasions.said} none={occasions.noneSaid} />
        </div>
      </Panel>
    </div>
  );
}
