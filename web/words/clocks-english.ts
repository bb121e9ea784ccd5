import { clockStateEnglish } from './clock-state.ts';
import { clocksWords } from './clocks.ts';

/** Texts of clocks, in English. */
export const clocksEnglish = { ...clockStateEnglish, clocks: clocksWords };
