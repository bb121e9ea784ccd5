import { clockStateEnglish } from './clock-state.ts';
import { spokenWith } from './with-screens.ts';

/** How clocks stand, in the language that is spoken. */
export const words = spokenWith(clockStateEnglish);
