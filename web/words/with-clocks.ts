import { clocksEnglish } from './clocks-english.ts';
import { words as ofShell } from './index.ts';
import { spokenWith } from './with-screens.ts';

/** Every text of the app, with those of clocks: they load with what shows clocks. */
export const words = { ...ofShell, ...spokenWith(clocksEnglish) };
