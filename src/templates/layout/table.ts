import type { Unit } from '../outline/units.ts';
import type { RowAnchor, Slot, TableAnchor } from '../template.ts';
import { patternColumns } from './entry-line.ts';
import { fieldFor } from './fields.ts';
import { besides, filtersOf, share, type Sharing, sharingOf } from './filters.ts';
import type { LayoutCell, LayoutColumn, LayoutEntries, LayoutField, LayoutFixed, LayoutItem } from './layout.ts';
import { cleanLabel, nameOf } from './words.ts';

/** A row with the literal text of its cells. */
type TableRow = RowAnchor & { texts: string[] };
/** Rows of one collection that stand together, with rows between them that are no entries. */
type TableRun = { rows: TableRow[]; collection: string; sharing: Sharing };
type Placed = { column: LayoutColumn; at: number };

/** The items of a table: one for rows of one collection that stand together, or fields when nothing in it repeats. */
export function tableItems(anchor: TableAnchor, unit: Unit, text: string, label: string | undefined): LayoutItem[] {
  const source = unit.table?.rows ?? [];
  const rows = anchor.rows.map((row, index): TableRow => {
    const texts = (source[index]?.cells ?? []).map(({ from, to }) => cleanLabel(text.slice(from, to)));
    return { ...row, texts };
  });
  const runs: TableRun[] = [];
  const alone: TableRow[] = [];
  for (const row of rows) {
    const run = runs.at(-1);
    if (row.collection === undefined) (run?.rows ?? alone).push(row);
    else if (run === undefined || !addToRun(run, row))
      runs.push({ rows: [row], collection: row.collection, sharing: sharingOf(row) });
  }
  const titles = anchor.titles.map((title) => cleanLabel(title));
  const words: LayoutItem[] = label === undefined ? [] : [{ kind: 'label', text: label }];
  if (runs.length === 0) return [...words, ...alone.flatMap((row) => rowFields(row, titles))];
  runs[0]?.rows.unshift(...alone);
  return runs.map((run) => tableOf(run, titles, label));
}

function addToRun(run: TableRun, row: TableRow): boolean {
  const sharing = run.collection === row.collection ? share(run.sharing, row) : undefined;
  if (sharing === undefined) return false;
  run.sharing = sharing;
  run.rows.push(row);
  return true;
}

function rowFields(row: TableRow, titles: readonly string[]): LayoutField[] {
  const slots = row.cells.flatMap((cell, at) =>
    slotsIn(row, at).map((slot) => ({ slot, at, only: cell?.slots.length === 1 })),
  );
  const label = row.texts[row.keyColumn] ?? '';
  return slots.map(({ slot, at, only }, index) => {
    const words = slots.length === 1 ? label : `${label}: ${only ? (titles[at] ?? '') : nameOf(slot.path)}`;
    return { ...fieldFor(slot, words), ...(index === 0 ? {} : { joined: true }) };
  });
}

function slotsIn(row: RowAnchor, at: number): Slot[] {
  const cell = row.cells[at];
  if (cell === undefined) return [];
  return cell.checkbox === undefined ? cell.slots : [cell.checkbox.slot, ...cell.slots];
}

function tableOf(
  { rows, collection, sharing }: TableRun,
  titles: readonly string[],
  label: string | undefined,
): LayoutEntries {
  const entries = rows.filter((row) => row.collection !== undefined);
  const placed = columnsOf(entries, titles);
  const columnAt = new Map(placed.map(({ at }, index) => [at, index] as const).reverse());
  const fixed = rows
    .filter((row) => row.fixed !== '')
    .map((row): LayoutFixed => {
      const slots = row.cells.flatMap((_, at) => slotsIn(row, at));
      const cells = cellsOf(row, columnAt);
      return {
        label: row.texts[row.keyColumn] ?? '',
        ...(row.collection === undefined ? {} : { filter: filtersOf(besides(row, sharing.shared)) }),
        keys: [...new Set(slots.filter((slot) => slot.collection !== undefined).map(({ key }) => key))],
        ...(cells.length === 0 ? {} : { cells }),
      };
    });
  return {
    kind: 'entries',
    collection,
    as: 'table',
    ...(label === undefined ? {} : { label }),
    filter: filtersOf(sharing.shared),
    columns: placed.map(({ column }) => column),
    ...(fixed.length === 0 ? {} : { fixed }),
    open: entries.some((row) => row.fixed === ''),
  };
}

/** A column under the table's own title, where it has one. */
function titled({ unnamed, ...column }: LayoutColumn, title: string | undefined): LayoutColumn {
  if (title !== undefined) return { ...column, title };
  return unnamed === undefined ? column : { ...column, unnamed };
}

/** Columns as open rows bind them, then as fixed rows do; one that no entry fills holds labels or cells of single rows. */
function columnsOf(rows: readonly TableRow[], titles: readonly string[]): Placed[] {
  const columns = new Map<string, Placed>();
  const taken = new Set<number>();
  const labels = new Map<number, string>();
  const openFirst = [...rows.filter(({ fixed }) => fixed === ''), ...rows.filter(({ fixed }) => fixed !== '')];
  for (const row of openFirst) {
    const [constant] = row.constants;
    if (constant !== undefined && row.constants.length === 1) labels.set(row.keyColumn, constant.key);
    row.cells.forEach((cell, at) => {
      for (const column of cell === undefined ? [] : patternColumns(cell, undefined)) {
        const name = [column.key, column.tick].join('|');
        if (column.key === '' || columns.has(name)) continue;
        columns.set(name, { column: taken.has(at) ? column : titled(column, titles[at]), at });
        taken.add(at);
      }
    });
  }
  const others = titles.flatMap((title, at): Placed[] =>
    taken.has(at) ? [] : [{ column: { key: labels.get(at) ?? '', title, field: 'line' }, at }],
  );
  return [...columns.values(), ...others].sort((a, b) => a.at - b.at);
}

function cellsOf(row: TableRow, columnAt: ReadonlyMap<number, number>): LayoutCell[] {
  return row.texts.flatMap((text, at): LayoutCell[] => {
    const column = columnAt.get(at) ?? 0;
    if (row.cells[at] === undefined) return text === '' || at === row.keyColumn ? [] : [{ column, text }];
    return slotsIn(row, at)
      .filter((slot) => slot.collection === undefined)
      .map((slot) => {
        const { path, field, figure } = fieldFor(slot, '');
        return { column, path, field, ...(figure === undefined ? {} : { figure }) };
      });
  });
}
