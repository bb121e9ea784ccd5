import type { Moment } from '../../../src/record/moment.ts';
import { readInput, type InputRead } from '../field/read-input.ts';
import { shortTime, type TimeContext } from '../field/time-input.ts';
import { inputText, valueText } from '../field/value-text.ts';
import { type FieldValues, valueAt } from '../../../src/record/value-at.ts';
import type { Column } from './columns.ts';

/** The parts of a time that lie beside the other fields of an entry, where its column is called `time`. */
const timeParts = ['written', 'at', 'until', 'precision', 'zone', 'carried'] as const;
const isSpread = ({ key, field }: Column): boolean => key === 'time' && field === 'moment';

/** The value of a cell. */
export const cellValue = (column: Column, entry: unknown): unknown => {
  if (isSpread(column)) return entry ?? {};
  const value = valueAt(entry, column.key);
  return column.tick === undefined ? value : value === column.tick;
};

/** What is read in a cell. */
export function cellText(column: Column, entry: unknown): string {
  const value = cellValue(column, entry);
  return column.field === 'moment' ? shortTime((value ?? {}) as Partial<Moment>) : valueText(column.field, value);
}

/** What stands in the input of a cell. */
export const cellInput = (column: Column, entry: unknown): string => inputText(column.field, cellValue(column, entry));

/** Whether a cell is a check box. */
export const isBox = ({ field, tick }: Column): boolean => field === 'flag' || tick !== undefined;

/** The fields that a value of a cell sets: several for a time that lies beside other fields. */
export function fieldsFor(column: Column, value: unknown): FieldValues {
  if (column.tick !== undefined) return { [column.key]: value === true ? column.tick : null };
  if (!isSpread(column)) return { [column.key]: value };
  const moment = (value ?? {}) as Record<string, unknown>;
  const known = value === null ? { ...moment, precision: 'unknown' } : moment;
  return Object.fromEntries(timeParts.map((name) => [name, (known as Record<string, unknown>)[name] ?? null]));
}

/** Reads what was written into a cell as the fields it sets. */
export function readCell(column: Column, text: string, context: TimeContext): { set: FieldValues } | { wrong: string } {
  const read: InputRead = readInput(column.field, text, context);
  return 'wrong' in read ? read : { set: fieldsFor(column, read.value) };
}

/** An entry made of fields, without those that are null. */
export const entryOf = (set: FieldValues): FieldValues =>
  Object.fromEntries(Object.entries(set).filter(([, value]) => value !== null && value !== undefined));
