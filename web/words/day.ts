import { dateFormat } from './format.ts';

const days = dateFormat({ dateStyle: 'medium', timeZone: 'UTC' });

/** A day as it is read; what is none stays as it was written. */
export const dayText = (written: string): string =>
  Number.isNaN(Date.parse(written)) ? written : days(Date.parse(written));

/** Day and minute of a moment, in UTC. */
export const minuteText = dateFormat({ dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23', timeZone: 'UTC' });

/** Day and second of a moment, in the reader's own zone. */
export const ownTimeText = dateFormat({ dateStyle: 'medium', timeStyle: 'long', hourCycle: 'h23' });

/** Hour and minute, in the reader's own zone. */
export const clockText = dateFormat({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
