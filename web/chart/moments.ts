import { type Mark, type Marks, momentText as momentOf, type WriteDay } from '../../src/charts/marks.ts';
import { dateFormat } from '../words/format.ts';

const withYear = dateFormat({ dateStyle: 'medium', timeZone: 'UTC' });
const withoutYear = dateFormat({ day: 'numeric', month: 'short', timeZone: 'UTC' });

/** A day of the incident's wall clock, as the language writes it. */
export const dayText: WriteDay = (ms, offsetMs, year) => (year ? withYear : withoutYear)(ms + offsetMs);

/** When an event was: the time of day, after the day where that is not the first one, or the day alone. */
export const momentText = (mark: Mark, { marks, offsetMs }: Pick<Marks, 'marks' | 'offsetMs'>): string =>
  momentOf(mark, marks, offsetMs, dayText);
