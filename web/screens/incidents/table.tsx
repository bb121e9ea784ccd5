import { type KeyboardEvent, useCallback, useLayoutEffect, useRef, useState } from 'react';
import { words } from '../../words/index.ts';
import sheet from '../../parts/sheet.module.css';
import { ColumnHead } from './column-head.tsx';
import type { Row } from './row.ts';
import { TableRow } from './table-row.tsx';
import style from './table.module.css';
import { useNearEnd, useWindow } from './use-window.ts';
import type { Wish } from './wish.ts';

type Props = { rows: Row[]; more: boolean; wish: Wish; loadMore: () => void; change: (wish: Wish) => void };

const steps: Record<string, (index: number, last: number) => number> = {
  ArrowDown: (index) => index + 1,
  ArrowUp: (index) => index - 1,
  PageDown: (index) => index + 15,
  PageUp: (index) => index - 15,
  Home: () => 0,
  End: (_, last) => last,
};

/** Rows to draw: those near the window and the one that has the focus, with the height of those left out before each. */
function drawn(from: number, to: number, current: number, count: number): number[] {
  const near = Array.from({ length: Math.max(0, Math.min(to, count) - from) }, (_, index) => from + index);
  if (current >= count || (current >= from && current < to)) return near;
  return current < from ? [current, ...near] : [...near, current];
}

const Gap = ({ rows, rowPx }: { rows: number; rowPx: number }) =>
  rows <= 0 ? null : (
    <tr aria-hidden="true" style={{ height: rows * rowPx }}>
      <td colSpan={7} />
    </tr>
  );

/** A table of any length: only the rows near what is seen are drawn. Arrow keys move along the rows. */
export function Table({ rows, more, wish, loadMore, change }: Props) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [current, setCurrent] = useState(0);
  const wanted = useRef<number>(undefined);
  const shown = useWindow(body, rows.length);
  useNearEnd(shown, rows.length, loadMore);
  useLayoutEffect(() => {
    if (wanted.current === undefined) return;
    const link = body.current?.querySelector<HTMLElement>(`[data-row="${wanted.current}"] a`);
    wanted.current = undefined;
    link?.focus({ preventScroll: true });
    link?.closest('tr')?.scrollIntoView({ block: 'nearest' });
  });
  const move = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const last = rows.length - 1;
    const next = Math.max(0, Math.min(last, step(current, last)));
    wanted.current = next;
    setCurrent(next);
  };
  const onFocus = useCallback((index: number) => setCurrent(index), []);
  const indices = drawn(shown.from, shown.to, Math.min(current, rows.length - 1), rows.length);
  const { incidents } = words;
  return (
    <table
      className={`${sheet.sheet} ${style.table}`}
      aria-label={incidents.table}
      aria-rowcount={more ? -1 : rows.length + 1}
    >
      <thead>
        <tr aria-rowindex={1}>
          <ColumnHead className={style.key} sort="number" {...{ wish, change }} label={incidents.keyColumn} />
          <ColumnHead className={style.title} sort="title" {...{ wish, change }} label={incidents.titleColumn} />
          <ColumnHead
            className={style.severity}
            sort="severity"
            {...{ wish, change }}
            label={incidents.severityColumn}
          />
          <th scope="col" className={style.status}>
            {incidents.statusColumn}
          </th>
          <th scope="col" className={style.services}>
            {incidents.servicesColumn}
          </th>
          <th scope="col" className={style.date}>
            {incidents.dateColumn}
          </th>
          <th scope="col" className={style.template}>
            {incidents.templateColumn}
          </th>
        </tr>
      </thead>
      <tbody ref={body} onKeyDown={move}>
        {indices.flatMap((index, at) => {
          const row = rows[index];
          const before = at === 0 ? 0 : (indices[at - 1] ?? 0) + 1;
          if (row === undefined) return [];
          return [
            <Gap key={`gap-${at === 0 ? 'first' : before}`} rows={index - before} rowPx={shown.rowPx} />,
            <TableRow
              key={row.id}
              {...{ row, index, onFocus }}
              current={index === Math.min(current, rows.length - 1)}
            />,
          ];
        })}
        <Gap rows={rows.length - 1 - (indices.at(-1) ?? -1)} rowPx={shown.rowPx} />
      </tbody>
    </table>
  );
}
