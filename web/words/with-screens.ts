import { english } from './english.ts';
import { inPlaceOf, type Language, type Part } from './language.ts';

const { hindcastLanguage: given } = globalThis as { hindcastLanguage?: { language: Language } };

/** Texts that load with their screens and not with the shell, in the language that is spoken. */
export const spokenWith = <Own extends object>(own: Own): Own =>
  given === undefined ? own : inPlaceOf(own, given.language({ ...english, ...own }) as Part<Own>);
