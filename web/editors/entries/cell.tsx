import { Tick } from '../../parts/tick.tsx';
import { ValueInput } from '../field/input.tsx';
import { useOffered } from '../field/offered.ts';
import { cellText, cellValue, isBox } from './cell-value.ts';
import type { Column } from './columns.ts';
import { MarkedText } from './marked-text.tsx';
import style from './entries.module.css';
import type { RowProps } from './row.tsx';

const adornment = (part: 'before' | 'after' | 'instead', { shape }: RowProps, { key }: Column) => shape[part]?.[key];

/** What is read in a cell, with what its list shows beside it. */
function CellText({ column, row }: { column: Column; row: RowProps }) {
  const text = cellText(column, row.value);
  const [Before, After, Instead] = (['before', 'after', 'instead'] as const).map((part) =>
    adornment(part, row, column),
  );
  const confirm = row.readOnly ? undefined : () => row.actions.confirm(row.rowKey);
  const shared = { value: row.value ?? {}, text, confirm };
  return (
    <>
      {Before === undefined ? null : <Before {...shared} />}
      {Instead === undefined || text === '' ? (
        <MarkedText text={text} incident={row.incident} />
      ) : (
        <Instead {...shared} />
      )}
      {After === undefined ? null : (
        <>
          {' '}
          <After {...shared} />
        </>
      )}
    </>
  );
}

function Box({ column, row, position }: { column: Column; row: RowProps; position: number }) {
  return (
    <Tick
      tabIndex={-1}
      aria-label={column.title}
      disabled={row.readOnly}
      checked={cellValue(column, row.value) === true}
      onChange={({ target }) => row.actions.tick(row.rowKey, position, target.checked)}
    />
  );
}

function Draft({ text, wrong }: { text: string; wrong: string }) {
  return (
    <>
      <span className={style.unsaved}>{text}</span>
      <span className={style.wrong}>{wrong}</span>
    </>
  );
}

/** A click on a link or button is for that, and one that ends a selection for copying. */
const mayEdit = (target: EventTarget): boolean =>
  String(getSelection()) === '' && !(target as Element).closest('a, button, summary, input');

/** One field of an entry: read, or written in. */
export function Cell({ column, row, position }: { column: Column; row: RowProps; position: number }) {
  const { actions, rowKey, readOnly, collection } = row;
  const offered = useOffered(`${collection}.${column.key}`);
  const isAt = row.at === position;
  const isBlank = !isBox(column) && cellText(column, row.value) === '';
  const draft = row.drafts?.[position];
  const classes = [
    style.cell,
    column.below === true && style.below,
    isBox(column) && style.boxCell,
    isBlank && style.blank,
    column.field === 'moment' && style.timeCell,
    column.key === 'text' && style.mainCell,
  ]
    .filter(Boolean)
    .join(' ');
  const shared = { className: classes, 'data-title': column.title, 'data-column': position };
  if (readOnly)
    return (
      <td role="cell" {...shared}>
        {isBox(column) ? <Box {...{ column, row, position }} /> : <CellText {...{ column, row }} />}
      </td>
    );
  if (isAt && row.writing !== undefined)
    return (
      <td role="gridcell" {...shared} tabIndex={0}>
        <ValueInput
          key={draft?.wrong ?? ''}
          kind={column.field}
          label={column.title}
          text={row.writing}
          wrong={draft?.wrong}
          suggestions={offered}
          tabs
          done={(text, leaving) => actions.done(rowKey, position, text, leaving)}
          giveUp={() => actions.giveUp(rowKey, position)}
        />
      </td>
    );
  const isHint = row.isNew && position === row.hintColumn;
  return (
    <td
      role="gridcell"
      {...shared}
      tabIndex={isAt ? 0 : -1}
      aria-invalid={draft === undefined ? undefined : true}
      onFocus={() => actions.at(rowKey, position)}
      onClick={isBox(column) ? undefined : ({ target }) => mayEdit(target) && actions.edit(rowKey, position)}
    >
      {draft !== undefined ? (
        <Draft {...draft} />
      ) : isBox(column) ? (
        row.isNew ? null : (
          <Box {...{ column, row, position }} />
        )
      ) : isHint ? (
        <span className={style.hint}>{row.placeholder}</span>
      ) : (
        <CellText {...{ column, row }} />
      )}
    </td>
  );
}
