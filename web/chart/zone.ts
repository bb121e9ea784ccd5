import { clockText } from '../../src/charts/marks.ts';

/** The reader's zone by name: `Europe/Berlin`. */
export const readerZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** How far the reader's clock was from UTC at that moment, in milliseconds. */
export const readerOffsetMs = (ms: number): number => -new Date(ms).getTimezoneOffset() * 60_000;

/** The time of day by the reader's clock. */
export const readerClock = (ms: number): string => clockText(ms, readerOffsetMs(ms));
