import { lazily } from './format.ts';
import { numberText } from './numbers.ts';

const rules = lazily((locale) => new Intl.PluralRules(locale));

/** A text for a count, by the language's plural rules; `#` stands for the count. */
export const plural = (
  count: number,
  forms: { one: string; other: string } & Partial<Record<Intl.LDMLPluralRule, string>>,
): string => (forms[rules().select(count)] ?? forms.other).replaceAll('#', numberText(count));

const lists = lazily((locale) => new Intl.ListFormat(locale));

/** `Ann, Ben, and Cem`. */
export const listText = (texts: Iterable<string>): string => lists().format(texts);
