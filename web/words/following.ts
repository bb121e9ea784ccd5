import { followingEnglish } from './following-english.ts';
import { words as ofShell } from './index.ts';
import { spokenWith } from './with-screens.ts';

/** Every text of the app, with those of the screens of work that follows: they load with these screens. */
export const words = { ...ofShell, ...spokenWith(followingEnglish) };
