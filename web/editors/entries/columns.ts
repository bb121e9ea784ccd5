import type { FieldKind } from '../../../src/record/field.ts';

/** A field of each entry, as the layout of a template names it. */
export type Column = {
  key: string;
  title: string;
  field: FieldKind;
  /** A check box, ticked when the field has this value. */
  tick?: string;
  /** On a line of its own below the others. */
  below?: true;
  /** A claim on the entry's line: no field of the entry. */
  figure?: string;
};

/** `{{actions.horizon=Immediate,*}}`: what all entries of a list have in common; a new one gets the first word. */
export type Filter = { key: string; values: string[]; rest: boolean };

/** One entry: its value, where the record has it, and the version that is shown. */
export type EntryRow = { id: string; version: number; value: unknown; index: number };

/** Columns that hold a field of the entry. */
export const fieldColumns = (columns: readonly Column[]): Column[] => columns.filter(({ key }) => key !== '');

/** The fields that a new entry has from the place it is added to. */
export const filterValues = (filter: readonly Filter[]): Record<string, unknown> =>
  Object.fromEntries(filter.flatMap(({ key, values: [first] }) => (first === undefined ? [] : [[key, first]])));

const fixedWidths: Partial<Record<FieldKind, string>> = {
  moment: '112px',
  day: '120px',
  choice: '104px',
};
const [leastPx, leastShare, textShare, mostShare] = [64, 0.6, 3, 4];
/** Of a letter of a title, and of the room beside it; no title makes its column wider than so. */
const [letterPx, aroundPx, mostTitlePx] = [8, 14, 128];

/** How much of a row a column of text wants: by the square root of its texts, so that a long one leaves room for others. */
function shareOf({ key }: Column, entries: readonly EntryRow[]): number {
  const lengths = entries.map(({ value }) => String((value as Record<string, unknown>)[key] ?? '').length);
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  return Math.max(key === 'text' ? textShare : leastShare, Math.min(mostShare, Math.sqrt(mean) / 2));
}

/** As wide as the longest word of its title: a word is not broken. */
const leastOf = ({ title }: Column): number => {
  const longest = Math.max(0, ...title.split(/[\s/-]+/).map((word) => word.length));
  return Math.max(leastPx, Math.min(mostTitlePx, longest * letterPx + aroundPx));
};

function widthOf(column: Column, entries: readonly EntryRow[], asList: boolean): string {
  const isBox = column.tick !== undefined || column.field === 'flag';
  // A list shows no titles, so its boxes stand beside their texts.
  if (isBox) return asList ? '28px' : '72px';
  const least = asList ? leastPx : leastOf(column);
  return fixedWidths[column.field] ?? `minmax(${least}px, ${shareOf(column, entries).toFixed(1)}fr)`;
}

/** The tracks of a row: select, the columns beside each other, more. Rows are laid out one by one, so no width rests on one of them. */
export function tracksOf(
  columns: readonly Column[],
  entries: readonly EntryRow[],
  { readOnly, asList }: { readOnly: boolean; asList: boolean },
): string {
  const beside = columns.filter(({ below }) => below !== true).map((column) => widthOf(column, entries, asList));
  return readOnly ? beside.join(' ') : ['24px', ...beside, '28px'].join(' ');
}
