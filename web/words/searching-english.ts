import { recurringWords } from './recurring.ts';
import { searchWords } from './search.ts';
import { similarWords } from './similar.ts';

/** Texts of the screens that look across all incidents, in English. */
export const searchingEnglish = { search: searchWords, similar: similarWords, recurring: recurringWords };
