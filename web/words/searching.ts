import { words as ofShell } from './index.ts';
import { searchingEnglish } from './searching-english.ts';
import { spokenWith } from './with-screens.ts';

/** Every text of the app, with those of the screens that look across all incidents: they load with these screens. */
export const words = { ...ofShell, ...spokenWith(searchingEnglish) };
