import {
  type ClipboardEvent,
  type CSSProperties,
  lazy,
  Suspense,
  useDeferredValue,
  useId,
  useMemo,
  useState,
} from 'react';
import { words } from '../../words/index.ts';
import { ConflictDialog } from '../conflict-dialog.tsx';
import { valueText } from '../field/value-text.ts';
import { isBox } from './cell-value.ts';
import { type Column, type EntryRow, type Filter, tracksOf } from './columns.ts';
import style from './entries.module.css';
import { Foot } from './foot.tsx';
import { takeGridKey } from './keys.ts';
import { isPlaced } from './place-of.ts';
import { incidentDay } from './incident-day.ts';
import { contextAt } from './time-order.ts';
import type { TimeContext } from '../field/time-input.ts';
import { RowMenu } from './row-menu.tsx';
import { Rows } from './rows.tsx';
import { shapeOf } from './shapes.ts';
import { useChangedBy } from './use-changed-by.ts';
import { type Grid, useGrid } from './use-grid.ts';

/** Comes when somebody pastes. */
const PasteDialog = lazy(async () => ({ default: (await import('./paste-dialog.tsx')).PasteDialog }));

type Props = {
  incident: string;
  collection: string;
  columns: readonly Column[];
  as: 'table' | 'list';
  filter: readonly Filter[];
  entries: readonly EntryRow[];
  readOnly: boolean;
  /** Indexes in the record of the entries to be marked. */
  highlighted: ReadonlySet<number>;
  /** Its name for those who hear it; the list's own name without one. */
  label?: string;
  /** Takes new entries; true without it. */
  open?: boolean;
};

const isTable = (text: string): boolean => /[\t\n]/.test(text.trim());

/** A list of the record, edited like a spreadsheet: keys move between cells, rows are pasted, merged, removed and brought back. */
export function Entries({ as, highlighted, label, open = true, ...props }: Props) {
  const { incident, collection, readOnly, entries } = props;
  const hint = useId();
  const shape = shapeOf(collection);
  const grid = useGrid({ ...props, open, shape });
  const { columns, rows, blocks, at, editing, drafts, selected, conflict } = grid;
  // What was changed is shown first, in the columns that are there.
  const measured = useDeferredValue(entries);
  const tracks = useMemo(
    () => tracksOf(columns, measured, { readOnly, asList: as === 'list' }),
    [columns, measured, readOnly, as],
  );
  const changedBy = useChangedBy(incident, collection);
  const [pasted, setPasted] = useState<{ text: string; context: TimeContext }>();
  const name = label ?? words.editors.lists[collection] ?? collection;
  const offer = (text: string) => setPasted({ text, context: contextAt(rows, rows.length - 1, incidentDay(incident)) });
  const paste = (event: ClipboardEvent) => {
    const isWriting = (event.target as HTMLElement).matches('textarea, input:not([type=checkbox])');
    const text = event.clipboardData.getData('text/plain');
    if (readOnly || !open || text.trim() === '' || (isWriting && !isTable(text))) return;
    event.preventDefault();
    if (isTable(text)) offer(text);
    else if (at !== undefined) grid.open(at.row, at.column, text.trim());
  };
  const head = readOnly ? columns : [undefined, ...columns, undefined];
  const hintColumn =
    columns.findIndex(
      (column) => column.field === 'prose' || /^(?:text|question|answer|name|category)$/.test(column.key),
    ) + 1 || 1;
  const first = { row: rows[0]?.key, column: Math.max(1, columns.findIndex((column) => !isBox(column)) + 1) };
  // One cell is where Tab leads to, also after the row that it led to was taken out.
  const current = at !== undefined && rows.some(({ key }) => key === at.row) ? at : first;
  // What can be done with the list stands over the end of the empty row, and gives way to who writes there.
  const isAtEnd =
    current.column >= columns.length - 1 && rows.at(-1)?.isNew === true && current.row === rows.at(-1)?.key;
  if (readOnly && rows.length === 0) return <p className={style.hint}>{words.common.none}</p>;
  return (
    <div className={style.entries} onPaste={paste}>
      <div className={style.around} data-at-end={isAtEnd || undefined}>
        <table
          ref={grid.table}
          role={readOnly ? 'table' : 'grid'}
          className={`${style.table} ${as === 'list' ? style.asList : ''}`}
          style={{ '--tracks': tracks } as CSSProperties}
          aria-label={name}
          aria-multiselectable={readOnly ? undefined : true}
          aria-describedby={readOnly ? undefined : hint}
          onKeyDown={readOnly ? undefined : (event) => takeGridKey(grid, event)}
        >
          <thead role="rowgroup">
            <tr role="row" className={style.headRow}>
              {head.map((column, index) => (
                <th
                  key={index}
                  scope="col"
                  role="columnheader"
                  className={column?.below === true ? style.belowHead : undefined}
                >
                  {column?.title ?? (
                    <span className="aside">{index === 0 ? words.editors.select : words.editors.actions}</span>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          {blocks.map(({ key, before, rows: own }) => {
            const isHere = own.some((row) => row.key === current.row);
            return (
              <Rows
                key={key}
                rows={own}
                {...{ before, columns, shape, readOnly, hintColumn, incident, collection, drafts, selected }}
                {...{ highlighted, changedBy }}
                actions={grid.actions}
                atRow={isHere ? current.row : undefined}
                atColumn={isHere ? current.column : -1}
                writing={isHere && editing?.row === current.row ? editing?.text : undefined}
                placeholder={words.editors.placeholders[collection] ?? words.editors.addRow}
              />
            );
          })}
        </table>
        {readOnly ? null : (
          <>
            <p id={hint} className="aside">
              {words.editors.keys} {isPlaced(grid) ? words.editors.keysOfPlaced : ''}
            </p>
            <Foot grid={grid} shape={shape} {...(open ? { paste: () => offer('') } : {})} />
            <RowMenu grid={grid} shape={shape} timed={columns.some(({ key }) => key === 'time')} />
          </>
        )}
      </div>
      {shape.Foot === undefined ? null : <shape.Foot entries={entries} />}
      {conflict === undefined ? null : <CellConflictDialog grid={grid} conflict={conflict} />}
      {pasted === undefined ? null : (
        <Suspense fallback={null}>
          <PasteDialog {...pasted} {...{ columns }} bring={grid.changes.bring} close={() => setPasted(undefined)} />
        </Suspense>
      )}
    </div>
  );
}

function CellConflictDialog({ grid, conflict }: { grid: Grid; conflict: NonNullable<Grid['conflict']> }) {
  const { row, change, yours, theirs, version } = conflict;
  const settle = (next: () => void) => {
    grid.setConflict(undefined);
    next();
  };
  const retry = () => {
    const own = grid.latest.current.rows.find(({ key }) => key === row);
    if (own !== undefined) grid.changes.save(own, { ...change, seen: version });
    grid.go(row, change.column);
  };
  const text = (value: unknown) =>
    typeof value === 'object' && value !== null && 'written' in value
      ? String(value.written)
      : valueText('line', value);
  return (
    <ConflictDialog
      label={change.field.title}
      yours={change.text === '' ? text(yours) : change.text}
      theirs={text(theirs)}
      keep={() => settle(retry)}
      take={() => settle(() => grid.go(row, change.column))}
      later={() => settle(() => grid.open(row, change.column, change.text))}
    />
  );
}
