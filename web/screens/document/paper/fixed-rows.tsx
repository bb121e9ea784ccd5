import { Fragment } from 'react';
import type { LayoutCell, LayoutEntries } from '../../../../src/templates/layout/layout.ts';
import { addEntry } from '../../../editors/saving/entries.ts';
import { newRowKey } from '../../../editors/saving/entry-ids.ts';
import { remember } from '../../../editors/undo.ts';
import { Button } from '../../../parts/button.tsx';
import { sayProblem } from '../../../parts/notices.tsx';
import { words } from '../../../words/index.ts';
import { firstEmptyCell } from '../begin-at.ts';
import { targetOf } from '../margin/source-line.ts';
import { Target } from '../margin/target.tsx';
import { useNewest, useSheet } from '../shown.ts';
import { FieldValue } from './field-rows.tsx';
import style from './field-rows.module.css';
import { missingRows } from './missing-rows.ts';

type Held = Extract<LayoutCell, { path: string }>;
type Row = { label: string; cells: Held[]; start: Record<string, string> | undefined };

/** Rows that the template names and that hold more than an entry, or none yet: a stated total, the actual value beside a target. */
function rowsOf(item: LayoutEntries, placed: readonly number[][]): Row[] {
  const missing = new Map(missingRows(item, placed).map(({ label, start }) => [label, start]));
  return (item.fixed ?? []).flatMap(({ label, cells = [] }) => {
    const held = cells.filter((cell) => 'path' in cell);
    const start = missing.get(label);
    return held.length === 0 && start === undefined ? [] : [{ label, cells: held, start }];
  });
}

/** Begins an entry in a row that the template asks for and nobody has filled. */
function FillIn({ collection, label, start }: { collection: string; label: string; start: Record<string, string> }) {
  const { incident, readOnly } = useSheet();
  if (readOnly) return <span className={style.around}>{words.document.empty}</span>;
  const add = async () => {
    const row = newRowKey();
    const work = addEntry({ incident, key: collection }, start, row);
    remember(label, work);
    // The row stands among the entries now, and the button is gone: the focus goes on to what is to be filled in.
    requestAnimationFrame(() => {
      const added = document.querySelector(`[data-row="${row}"]`);
      if (added !== null) firstEmptyCell(added)?.click();
    });
    await work;
  };
  return (
    <Button
      look="quiet"
      className={style.fill}
      data-fill
      aria-label={`${words.document.fillRow}: ${label}`}
      onClick={() => void add().catch(sayProblem)}
    >
      {words.document.fillRow}
    </Button>
  );
}

const TargetOf = ({ figure }: { figure: string }) => {
  const figures = useNewest((document) => document.figures);
  return <Target of={targetOf(figures, figure)} />;
};

/** What stands in a template's own rows beside the entries. */
export function FixedRows({ item, placed }: { item: LayoutEntries; placed: readonly number[][] }) {
  const { places } = useSheet();
  const rows = rowsOf(item, placed);
  if (rows.length === 0) return null;
  return (
    <dl className={rows.some(({ cells }) => cells.length > 0) ? style.one : style.two}>
      {rows.map(({ label, cells, start }) => (
        <div key={label} className={style.row}>
          <dt>{label}</dt>
          <dd className={style.cells}>
            {cells.map((cell) => (
              <Fragment key={`${cell.path} ${cell.column}`}>
                <FieldValue field={{ ...cell, label }} place={places.get(cell) ?? 0} />
                {cell.figure === undefined ? null : <TargetOf figure={cell.figure} />}
              </Fragment>
            ))}
            {start === undefined ? null : <FillIn collection={item.collection} label={label} start={start} />}
          </dd>
        </div>
      ))}
    </dl>
  );
}
