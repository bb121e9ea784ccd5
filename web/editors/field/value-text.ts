import type { FieldKind } from '../../../src/record/field.ts';
import type { Moment } from '../../../src/record/moment.ts';
import { words } from '../../words/index.ts';
import { fullTime } from './time-input.ts';

/** A value as it is read on the page; empty for none. */
export function valueText(kind: FieldKind, value: unknown): string {
  if (value === undefined || value === null) return '';
  if (kind === 'moment') return fullTime(value as Moment);
  if (typeof value === 'boolean') return value ? words.editors.yes : words.editors.no;
  return String(value);
}

/** A value as it stands in an input: a time as it was written. */
export const inputText = (kind: FieldKind, value: unknown): string =>
  kind === 'moment' ? ((value as Moment | undefined)?.written ?? valueText(kind, value)) : valueText(kind, value);
