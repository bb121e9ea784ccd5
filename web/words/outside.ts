import { words as ofShell } from './index.ts';
import { outsideEnglish } from './outside-english.ts';
import { spokenWith } from './with-screens.ts';

/** Every text of the app, with those of the screens of what leaves the house: they load with these screens. */
export const words = { ...ofShell, ...spokenWith(outsideEnglish) };
