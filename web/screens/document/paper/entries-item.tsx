import { useMemo } from 'react';
import type { LayoutEntries } from '../../../../src/templates/layout/layout.ts';
import { useLitEntries } from '../lit.ts';
import { Entries } from '../quiet-editors.ts';
import { useEntries } from '../record-at.ts';
import { useNewest, useSheet } from '../shown.ts';
import { FixedRows } from './fixed-rows.tsx';
import style from './item.module.css';
import { columnsOf } from './missing-rows.ts';

/** A table or list of the record. Rows that the template names come first, whether they are filled or not. */
export function EntriesItem({ item, heading }: { item: LayoutEntries; heading: string }) {
  const { incident, readOnly } = useSheet();
  const highlighted = useLitEntries(item.collection);
  const columns = useMemo(() => columnsOf(item), [item]);
  const placed = useNewest(({ placement }) => placement.at.get(item));
  const indexes = useMemo(() => [...(placed?.fixed.flat() ?? []), ...(placed?.open ?? [])], [placed]);
  const open = item.open && (item.single !== true || indexes.length === 0);
  const entries = useEntries(item.collection, indexes);
  return (
    <div className={style.item} data-path={item.collection} data-entries={indexes.length}>
      {item.label === undefined ? null : (
        <p className={style.label}>
          {item.mark === undefined ? null : <span aria-hidden="true">{item.mark} </span>}
          {item.label}
        </p>
      )}
      {entries.length === 0 && !open ? null : (
        <Entries
          incident={incident}
          collection={item.collection}
          columns={columns}
          as={item.as}
          filter={item.filter}
          entries={entries}
          readOnly={readOnly}
          highlighted={highlighted}
          label={item.label ?? heading}
          open={open}
        />
      )}
      <FixedRows item={item} placed={placed?.fixed ?? []} />
    </div>
  );
}
