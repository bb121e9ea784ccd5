import { type CSSProperties, memo } from 'react';
import type { GridRow } from './grid-state.ts';
import { Row, type RowProps } from './row.tsx';

type Shared = Pick<
  RowProps,
  'actions' | 'collection' | 'columns' | 'hintColumn' | 'incident' | 'placeholder' | 'readOnly' | 'shape'
>;
type Props = Shared & {
  rows: readonly GridRow[];
  /** How many rows are before these. */
  before: number;
  /** The row of these that the keyboard is at, its column, and what stands in its input. */
  atRow: string | undefined;
  atColumn: number;
  writing: string | undefined;
  drafts: Readonly<Record<string, RowProps['drafts']>>;
  selected: ReadonlySet<string>;
  highlighted: ReadonlySet<number>;
  changedBy: (id: string) => string | undefined;
};

const isSameRow = (a: GridRow, b: GridRow | undefined): boolean =>
  a.key === b?.key &&
  a.value === b.value &&
  a.version === b.version &&
  a.index === b.index &&
  a.id === b.id &&
  a.depth === b.depth &&
  a.isNew === b.isNew;

const isSame = (one: Props, other: Props): boolean =>
  (Object.keys(other) as (keyof Props)[]).every((key) =>
    key === 'rows'
      ? one.rows.length === other.rows.length && one.rows.every((row, index) => isSameRow(row, other.rows[index]))
      : one[key] === other[key],
  );

/** Rows that follow each other. A change of one draws these again and not the others: five hundred of them cost a frame. */
export const Rows = memo(function Rows({ rows, before, atRow, atColumn, writing, ...props }: Props) {
  const { drafts, selected, highlighted, changedBy, ...shared } = props;
  return (
    <tbody role="rowgroup" style={{ '--rows': rows.length } as CSSProperties}>
      {rows.map(({ key, ...row }, index) => {
        const by = changedBy(row.id);
        const own = drafts[key];
        return (
          <Row
            key={key}
            {...shared}
            {...row}
            rowKey={key}
            number={before + index + 1}
            at={atRow === key ? atColumn : -1}
            selected={selected.has(key)}
            highlighted={highlighted.has(row.index)}
            {...(atRow === key && writing !== undefined ? { writing } : {})}
            {...(own === undefined ? {} : { drafts: own })}
            {...(by === undefined ? {} : { changedBy: by })}
          />
        );
      })}
    </tbody>
  );
}, isSame);
