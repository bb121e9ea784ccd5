import type { KeyboardEvent } from 'react';
import { isBox } from './cell-value.ts';
import { moved } from './grid-state.ts';
import { isPlaced, moveRow } from './place-of.ts';
import type { Grid } from './use-grid.ts';

const isWriting = (target: EventTarget): boolean =>
  target instanceof HTMLElement && target.matches('textarea, select, input:not([type=checkbox])');

/** The rows that a key is about: the selected ones. */
export const selectedRows = ({ latest }: Grid) =>
  latest.current.rows.filter(({ key }) => latest.current.selected.has(key));

/** Takes out the selected rows; the keyboard goes on to the row behind them. */
export function removeSelected(grid: Grid, chosen = selectedRows(grid)): void {
  const { rows, at } = grid.latest.current;
  const gone = new Set(chosen.map(({ key }) => key));
  const from = rows.findIndex(({ key }) => gone.has(key));
  const next = rows.slice(from).find(({ key }) => !gone.has(key)) ?? rows.findLast(({ key }) => !gone.has(key));
  grid.setSelected(new Set());
  grid.changes.remove(chosen);
  if (next !== undefined) grid.go(next.key, at?.column ?? 1);
}

/** What the keys of a grid do; keys that mean nothing here are left to the page. */
export function takeGridKey(grid: Grid, event: KeyboardEvent): void {
  const { rows, columns, at, selected, last } = grid.latest.current;
  const { key, target, shiftKey, altKey } = event;
  const mod = event.ctrlKey || event.metaKey;
  if (at === undefined || event.nativeEvent.isComposing) return;
  const take = (work: () => void) => {
    event.preventDefault();
    work();
  };
  if (altKey) {
    const step = key === 'ArrowUp' ? -1 : key === 'ArrowDown' ? 1 : undefined;
    const own = rows.find((row) => row.key === at.row);
    if (step !== undefined && own !== undefined && !mod && !isWriting(target) && isPlaced(grid))
      take(() => moveRow(grid, own, step));
    return;
  }
  if (key === 'Enter' && mod)
    return take(() => {
      if (isWriting(target)) (target as HTMLElement).blur();
      const first = columns.findIndex((column) => !isBox(column)) + 1;
      grid.go(grid.latest.current.last, first);
      grid.open(last, first);
    });
  if (isWriting(target)) return;
  const field = columns[at.column - 1];
  const index = rows.findIndex((row) => row.key === at.row);
  const row = rows[index];
  const to = moved(key, mod, { row: index, column: at.column }, { rows: rows.length, columns: columns.length + 2 });
  const there = to && rows[to.row];
  if (to !== undefined && there !== undefined) return take(() => grid.go(there.key, to.column));
  if (row === undefined || target instanceof HTMLButtonElement || (target as HTMLElement).tagName === 'SUMMARY') return;
  const box = target instanceof HTMLInputElement;
  const select = () => grid.actions.select(row.key, !selected.has(row.key));
  if (key === ' ' && (shiftKey || at.column === 0) && !row.isNew && !box) return take(select);
  if (mod && key.toLowerCase() === 'a')
    return take(() => grid.setSelected(new Set(rows.filter(({ isNew }) => !isNew).map((each) => each.key))));
  if (key === 'Escape' && selected.size > 0) return take(() => grid.setSelected(new Set()));
  if (key === 'Delete' && selected.size > 0) return take(() => removeSelected(grid));
  if (key === 'Delete' && at.column === 0 && !row.isNew) return take(() => removeSelected(grid, [row]));
  if (at.column === columns.length + 1 && (key === 'Enter' || key === ' ')) {
    const button = (target as HTMLElement).querySelector('button');
    return take(() => button?.click());
  }
  if (field === undefined || mod) return;
  if (isBox(field))
    return (key === ' ' || key === 'Enter') && !box ? take(() => grid.toggle(row.key, at.column)) : undefined;
  if (key === 'Enter' || key === 'F2') return take(() => grid.open(row.key, at.column));
  if (key === 'Delete') return take(() => grid.clear(row.key, at.column));
  if (key.length === 1 && key !== ' ')
    return take(() => grid.open(row.key, at.column, field.field === 'day' ? undefined : key));
}
