import { Link } from 'wouter';
import type { Home } from '../../../src/operations/home/show.ts';
import { Chip } from '../../parts/chip.tsx';
import { daysTo } from '../../parts/days-to.ts';
import { Empty } from '../../parts/empty.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Table } from '../../parts/table.tsx';
import { words } from '../../words/index.ts';
import style from './home.module.css';
import { More } from './more.tsx';

type Item = Home['actions']['items'][number];

function Due({ due, now, overdue }: { due: string | undefined; now: number; overdue: boolean }) {
  if (due === undefined) return <span className={style.quiet}>{words.home.noDue}</span>;
  const days = daysTo(due, now);
  return (
    <time dateTime={due} title={words.home.day(due)} className={overdue ? style.late : ''}>
      {Number.isNaN(days) ? due : words.home.due(days)}
    </time>
  );
}

function Owner({ owner, mineBy }: Item) {
  const { home } = words;
  return (
    <>
      {owner ?? <span className={style.quiet}>{home.noOwner}</span>}{' '}
      {mineBy === undefined ? null : (
        <span className={style.mine} title={home.mineBy[mineBy]}>
          {home.mine}
        </span>
      )}
    </>
  );
}

/** Work that is one's own, or late. */
export function ActionsPanel({ actions: { items, total }, now }: { actions: Home['actions']; now: number }) {
  const { home } = words;
  const { id, action, owner, due, state } = home.actionColumns;
  if (items.length === 0)
    return (
      <Panel title={home.actions}>
        <Empty title={home.noActions}>
          <p>{home.noActionsAdvice}</p>
        </Empty>
      </Panel>
    );
  const someHaveIds = items.some((item) => item.id !== undefined);
  return (
    <Panel title={home.actions} aside={<More href="/actions" count={total - items.length} />}>
      <Table
        columns={[
          ...(someHaveIds ? [{ label: id, className: style.id }] : []),
          action,
          owner,
          due,
          { label: state, className: style.state },
        ]}
      >
        {items.map((item, index) => (
          <tr key={`${item.key} ${item.id ?? ''} ${index}`}>
            {someHaveIds ? <td className={style.id}>{item.id ?? ''}</td> : null}
            <td>
              <Link href={`/incidents/${item.key}`} className={style.link} title={`${item.key} ${item.title ?? ''}`}>
                {item.text === '' ? (item.title ?? home.untitled) : item.text}
              </Link>
            </td>
            <td>
              <Owner {...item} />
            </td>
            <td className={style.due}>
              <Due due={item.due} now={now} overdue={item.overdue} />
            </td>
            <td className={style.state}>
              <Chip>{item.status ?? home.open}</Chip>
            </td>
          </tr>
        ))}
      </Table>
    </Panel>
  );
}
