import sheet from '../../parts/sheet.module.css';
import { SortHead } from '../../parts/sort-head.tsx';
import { Tick } from '../../parts/tick.tsx';
import { words } from '../../words/following.ts';
import { Row } from './row.tsx';
import { mayFollow } from './save.ts';
import style from './table.module.css';
import { type ActionItem, nameOf } from './use-actions.ts';
import type { Sort, Wish } from './wish.ts';

type Props = {
  items: ActionItem[];
  wish: Wish;
  change: (wish: Wish) => void;
  selected: ReadonlySet<string>;
  select: (selected: ReadonlySet<string>) => void;
  ask: (item: ActionItem) => void;
};

/** Actions as rows, to be ordered, changed and selected. */
export function Table({ items, wish, change, selected, select, ask }: Props) {
  const { actions } = words;
  const selectable = mayFollow() ? items.map(nameOf) : [];
  const all = selectable.length > 0 && selectable.every((name) => selected.has(name));
  const toggle = (name: string, on: boolean) => {
    const next = new Set(selected);
    if (on) next.add(name);
    else next.delete(name);
    select(next);
  };
  const head = (sort: Sort, label: string, className: string | undefined) => {
    const order = wish.sort === sort ? wish.order : undefined;
    return (
      <SortHead
        {...{ label, className, order }}
        sort={() => change({ ...wish, sort, order: order === 'asc' ? 'desc' : 'asc' })}
      />
    );
  };
  return (
    <table className={`${sheet.sheet} ${style.table}`} aria-label={actions.title}>
      <thead>
        <tr>
          <th scope="col" className={style.select}>
            <Tick
              aria-label={actions.selectAll}
              checked={all}
              disabled={selectable.length === 0}
              onChange={() => select(new Set(all ? [] : selectable))}
            />
          </th>
          {head('incident', actions.actionColumn, style.text)}
          {head('owner', actions.owner, style.owner)}
          {head('due', actions.due, style.day)}
          {head('status', actions.statusColumn, style.status)}
          {head('priority', actions.priority, style.priority)}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => {
          const name = nameOf(item);
          return <Row key={name} {...{ item, ask }} selected={selected.has(name)} select={(on) => toggle(name, on)} />;
        })}
      </tbody>
    </table>
  );
}
