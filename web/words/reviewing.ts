import { words as ofShell } from './index.ts';
import { reviewingEnglish } from './reviewing-english.ts';
import { spokenWith } from './with-screens.ts';

/** Every text of the app, with those of reviews and meetings: they load with these screens. */
export const words = { ...ofShell, ...spokenWith(reviewingEnglish) };
