import { Button } from '../../parts/button.tsx';
import { words } from '../../words/index.ts';
import style from './entries.module.css';
import { removeSelected, selectedRows } from './keys.ts';
import type { Shape } from './shapes.ts';
import type { Grid } from './use-grid.ts';

/** What can be done with a list, and with the rows that are selected. */
export function Foot({ grid, shape, paste }: { grid: Grid; shape: Shape; paste?: () => void }) {
  const count = grid.selected.size;
  const merge = () => {
    const rows = selectedRows(grid);
    const column = grid.columns.find(({ key }) => key === 'text');
    const [first] = rows;
    if (column === undefined || first === undefined) return;
    grid.changes.merge(rows, column);
    grid.setSelected(new Set());
    grid.go(first.key, grid.columns.indexOf(column) + 1);
  };
  return (
    <div className={count > 0 ? style.picked : style.foot}>
      {count === 0 ? null : (
        <>
          <span role="status">{words.editors.selected(count)}</span>
          {shape.merges === true && count > 1 ? <Button onClick={merge}>{words.editors.merge}</Button> : null}
          <Button onClick={() => removeSelected(grid)}>{words.common.remove}</Button>
          <Button look="quiet" onClick={() => grid.setSelected(new Set())}>
            {words.editors.clear}
          </Button>
        </>
      )}
      {count > 0 || paste === undefined ? null : (
        <Button look="quiet" onClick={paste}>
          {words.editors.pasteRows}
        </Button>
      )}
    </div>
  );
}
