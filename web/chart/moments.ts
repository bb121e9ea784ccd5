import { type Mark, momentText as momentOf, type WriteDay } from '../../src/charts/marks.ts';
import { dateFormat } from '../words/format.ts';

const withYear = dateFormat({ dateStyle: 'medium', timeZone: 'UTC' });
const withoutYear = dateFormat({ day: 'numeric', month: 'short', timeZone: 'UTC' });

/** A day of the incident's wall clock, as the language writes it. */
export const dayText: WriteDay = (ms, offsetMs, year) => (year ? withYear : withoutYear)(ms + offsetMs);

/** When an event was: the time of day, after the day where that is not the first one, or the day alone. */
export const momentText = (
  mark: Pick<Mark, 'fromMs' | 'event'>,
  { marks, offsetMs }: { marks: readonly Pick<Mark, 'fromMs'>[]; offsetMs: number },
): string => momentOf(mark, marks, offsetMs, dayText);
