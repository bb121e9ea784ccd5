import { formatAt } from '../values/instant.ts';

/** An instant in a sentence: `2026-03-01 10:00:21 UTC`. */
export const timeText = (ms: number): string => formatAt(ms).replace('T', ' ').replace('Z', ' UTC');
