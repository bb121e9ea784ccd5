import { type CSSProperties, memo } from 'react';
import type { Leaving } from '../field/input.tsx';
import { Tick } from '../../parts/tick.tsx';
import { words } from '../../words/index.ts';
import { Cell } from './cell.tsx';
import type { Column } from './columns.ts';
import style from './entries.module.css';
import type { Draft, GridRow } from './grid-state.ts';
import type { Shape } from './shapes.ts';

/** What a row can ask of its grid; the same object as long as the grid is shown. */
export type GridActions = {
  at: (row: string, column: number) => void;
  edit: (row: string, column: number) => void;
  done: (row: string, column: number, text: string, leaving: Leaving) => void;
  giveUp: (row: string, column: number) => void;
  tick: (row: string, column: number, ticked: boolean) => void;
  select: (row: string, selected: boolean) => void;
  menu: (row: string, button: HTMLElement) => void;
  confirm: (row: string) => void;
};

type Props = Omit<GridRow, 'key'> & {
  rowKey: string;
  number: number;
  columns: readonly Column[];
  shape: Shape;
  actions: GridActions;
  readOnly: boolean;
  /** The cell the keyboard is at, -1 for none of this row; `writing` is what stands in its input. */
  at: number;
  writing?: string;
  drafts?: Readonly<Record<number, Draft>>;
  selected: boolean;
  highlighted: boolean;
  changedBy?: string;
  /** What the empty row says, and in which column. */
  placeholder: string;
  hintColumn: number;
  incident: string;
  collection: string;
};

/** One entry, or the empty row that becomes one. */
export const Row = memo(function Row(props: Props) {
  const {
    rowKey,
    number,
    columns,
    actions,
    readOnly,
    at,
    selected,
    highlighted,
    changedBy,
    isNew,
    depth,
    index,
    collection,
  } = props;
  const classes = [
    style.row,
    isNew && style.newRow,
    highlighted && style.cited,
    selected && style.picked,
    changedBy && style.touched,
  ];
  const menu = columns.length + 1;
  return (
    <tr
      role="row"
      className={classes.filter(Boolean).join(' ')}
      data-row={rowKey}
      {...(isNew ? {} : { 'data-path': `${collection}[${index}]` })}
      aria-selected={readOnly || isNew ? undefined : selected}
      {...(depth > 0 ? { style: { '--depth': Math.min(depth, 6) } as CSSProperties } : {})}
    >
      {readOnly ? null : (
        <td
          role="gridcell"
          className={style.pick}
          data-column={0}
          tabIndex={isNew ? -1 : at === 0 ? 0 : -1}
          onFocus={() => actions.at(rowKey, 0)}
        >
          {isNew ? null : (
            <Tick
              tabIndex={-1}
              aria-label={words.editors.selectRow(number)}
              checked={selected}
              onChange={({ target }) => actions.select(rowKey, target.checked)}
            />
          )}
        </td>
      )}
      {columns.map((column, order) => (
        <Cell key={`${column.key}/${column.tick ?? ''}`} {...{ column, row: props }} position={order + 1} />
      ))}
      {readOnly ? null : (
        <td
          role="gridcell"
          className={style.more}
          data-column={menu}
          tabIndex={at === menu ? 0 : -1}
          onFocus={() => actions.at(rowKey, menu)}
        >
          {isNew ? null : (
            <button
              type="button"
              tabIndex={-1}
              aria-label={words.editors.rowActions(number)}
              aria-haspopup="dialog"
              onClick={({ currentTarget }) => actions.menu(rowKey, currentTarget)}
            >
              ⋯
            </button>
          )}
        </td>
      )}
      {changedBy === undefined ? null : (
        <td role="gridcell" className={style.who}>
          {words.editors.changedBy(changedBy)}
        </td>
      )}
    </tr>
  );
});

export type RowProps = Props;
