import type { FieldKind } from '../../../src/record/field.ts';
import { isoDay, dateAt } from '../../../src/values/date.ts';
import { words } from '../../words/index.ts';
import { readTime, type TimeContext } from './time-input.ts';

/** What was written as a value of the record, null for nothing; or why it cannot be one. */
export type InputRead = { value: unknown } | { wrong: string };

function readDay(text: string): InputRead {
  const date = dateAt(text, 0);
  if (date?.invalid === true) return { wrong: words.editors.noDay(text) };
  return { value: (date && date.to === text.length ? isoDay(date) : undefined) ?? text };
}

/** Reads what somebody wrote into a field of a kind. */
export function readInput(kind: FieldKind, written: string, context: TimeContext = {}): InputRead {
  const text = kind === 'prose' ? written.trimEnd() : written.trim();
  if (text.trim() === '') return { value: null };
  if (kind === 'day') return readDay(text);
  if (kind !== 'moment') return { value: kind === 'line' ? text.replaceAll(/\s*\n\s*/g, ' ') : text };
  const moment = readTime(text, context);
  return moment === undefined ? { wrong: words.editors.noTime(text) } : { value: moment };
}
