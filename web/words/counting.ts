import { countingEnglish } from './counting-english.ts';
import { words as ofShell } from './index.ts';
import { spokenWith } from './with-screens.ts';

/** Every text of the app, with those of the screen that counts over all incidents: they load with it. */
export const words = { ...ofShell, ...spokenWith(countingEnglish) };
