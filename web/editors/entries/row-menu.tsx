import { useLayoutEffect, useRef } from 'react';
import { type Milestone, milestones } from '../../../src/record/milestone.ts';
import type { TimelineEvent } from '../../../src/record/timeline.ts';
import { Button } from '../../parts/button.tsx';
import { Select } from '../../parts/field.tsx';
import { words } from '../../words/index.ts';
import { newRowKey } from '../saving/entry-ids.ts';
import { isBox } from './cell-value.ts';
import style from './row-menu.module.css';
import { endOfBranch, nameOf } from './branch.ts';
import { removeSelected } from './keys.ts';
import { besideIn, isPlaced, moveRow } from './place-of.ts';
import type { Shape } from './shapes.ts';
import type { Grid } from './use-grid.ts';

const timeOf = (value: unknown) => {
  const { written, at, until, precision, zone } = (value ?? {}) as Partial<TimelineEvent>;
  return Object.fromEntries(
    Object.entries({ written, at, until, precision, zone }).filter(([, part]) => part !== undefined),
  );
};

/** What can be done with one row; beside its button, and gone when something else is clicked. */
export function RowMenu({ grid, shape, timed }: { grid: Grid; shape: Shape; timed: boolean }) {
  const panel = useRef<HTMLDivElement>(null);
  const { menu, rows } = grid;
  const row = rows.find(({ key }) => key === menu?.row);
  useLayoutEffect(() => {
    const shown = panel.current;
    if (shown === null || menu === undefined) return;
    const { top, bottom, right } = menu.button.getBoundingClientRect();
    shown.showPopover();
    // Never under the pointer, where a second click would choose something.
    const below = bottom + 4 + shown.offsetHeight <= innerHeight;
    shown.style.top = `${below ? bottom + 4 : Math.max(8, top - 4 - shown.offsetHeight)}px`;
    shown.style.left = `${Math.max(8, right - 220)}px`;
    shown.querySelector<HTMLElement>('button, select')?.focus();
  }, [menu]);
  if (menu === undefined || row === undefined) return null;
  const then = (work: () => void) => () => {
    panel.current?.hidePopover();
    work();
  };
  const isOrdered = timed && shape.order !== undefined;
  const placed = isPlaced(grid);
  const begin = (after: string | undefined, value: Record<string, unknown>) => {
    const key = newRowKey();
    grid.insert({ key, after, value });
    const text = grid.columns.findIndex((each) => each.key === 'text');
    grid.go(key, (text < 0 ? grid.columns.findIndex((each) => !isBox(each)) : text) + 1);
  };
  const insert = (index: number) => {
    const before = rows[index - 1];
    begin(before?.key, before === undefined || !isOrdered ? {} : timeOf(before.value));
  };
  const branch = () => {
    const under = nameOf(rows, row);
    if ((row.value as { id?: string }).id === undefined) grid.changes.name(row, under);
    begin(endOfBranch(rows, row).key, { under });
  };
  const index = rows.indexOf(row);
  const { milestone = '' } = (row.value ?? {}) as Partial<TimelineEvent>;
  return (
    <div
      ref={panel}
      popover="auto"
      role="dialog"
      aria-label={words.editors.rowActions(index + 1)}
      className={style.menu}
      onBlur={({ currentTarget, relatedTarget }) => {
        // What has the focus next must not lie under it.
        if (relatedTarget instanceof Node && !currentTarget.contains(relatedTarget)) currentTarget.hidePopover();
      }}
      onToggle={({ newState }) => {
        if (newState === 'closed') grid.setMenu(undefined);
      }}
    >
      {shape.depths !== undefined && placed ? (
        <Button look="quiet" onClick={then(branch)}>
          {words.editors.branch}
        </Button>
      ) : null}
      {isOrdered || placed ? (
        <>
          <Button look="quiet" onClick={then(() => insert(index))}>
            {words.editors.rowAbove}
          </Button>
          <Button look="quiet" onClick={then(() => insert(index + 1))}>
            {words.editors.rowBelow}
          </Button>
        </>
      ) : null}
      {placed
        ? ([-1, 1] as const).map((step) =>
            besideIn(grid, row, step) === undefined ? null : (
              <Button key={step} look="quiet" onClick={then(() => moveRow(grid, row, step))}>
                {step < 0 ? words.editors.moveUp : words.editors.moveDown}
              </Button>
            ),
          )
        : null}
      {isOrdered ? (
        <Select
          label={words.editors.milestone}
          value={milestone}
          options={[
            { value: '', label: words.editors.noMilestone },
            ...milestones.map((each) => ({ value: each, label: words.editors.milestones[each] ?? each })),
          ]}
          onChange={({ target }) => {
            const chosen = target.value === '' ? undefined : (target.value as Milestone);
            then(() => grid.changes.milestone(row, chosen))();
          }}
        />
      ) : null}
      <Button look="quiet" className={style.remove ?? ''} onClick={then(() => removeSelected(grid, [row]))}>
        {words.common.remove}
      </Button>
    </div>
  );
}
