import { english, type Words } from './english.ts';
import { spoken } from './format.ts';
import { inPlaceOf, type Language } from './language.ts';

/** What the page has loaded before the app, where the browser asks for another language than English. */
const { hindcastLanguage: given } = globalThis as { hindcastLanguage?: { tag: string; language: Language } };
if (given !== undefined) spoken.locale = given.tag;

/** Every text that the app shows, in the language that is spoken. */
export const words: Words = given === undefined ? english : inPlaceOf(english, given.language(english));
