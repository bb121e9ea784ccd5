import type {
  LayoutColumn,
  LayoutEntries,
  LayoutFilter,
  LayoutFixed,
} from '../../../../src/templates/layout/layout.ts';

/** A row that the template names and that has no entry yet, with the fields an entry gets that fills it. */
export type MissingRow = { label: string; start: Record<string, string> };

const startOf = (filters: readonly LayoutFilter[]): Record<string, string> =>
  Object.fromEntries(
    filters.flatMap(({ key, values: [value] }) => (value === undefined || value === '*' ? [] : [[key, value]])),
  );

/** Rows of the template without an entry, in its order. */
export function missingRows({ filter, fixed = [] }: LayoutEntries, placed: readonly number[][]): MissingRow[] {
  return fixed.flatMap((row: LayoutFixed, index) =>
    row.filter === undefined || (placed[index]?.length ?? 0) > 0
      ? []
      : [{ label: row.label, start: { ...startOf(filter), ...startOf(row.filter) } }],
  );
}

/** The columns of entries; where rows are told apart by a field that has no column, it becomes the first. */
export function columnsOf({ columns, fixed = [] }: LayoutEntries): LayoutColumn[] {
  const own = columns.filter(({ key, figure }) => key !== '' && figure === undefined);
  const [label] = fixed.flatMap(({ filter }) => filter ?? []);
  if (label === undefined || own.some(({ key }) => key === label.key)) return own;
  return [{ key: label.key, title: '', field: 'line' }, ...own];
}
