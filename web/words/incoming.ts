import { words as ofShell } from './index.ts';
import { incomingEnglish } from './incoming-english.ts';
import { spokenWith } from './with-screens.ts';

/** Every text of the app, with those of the screens of what comes in: they load with these screens. */
export const words = { ...ofShell, ...spokenWith(incomingEnglish) };
