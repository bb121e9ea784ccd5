import { plainText } from '../../markdown/plain.ts';
import { wordsOf } from '../also.ts';

/** Has it a letter or a digit? */
export const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** A label as people read it: no marks, no list marker of a line of code, no colon behind. */
export function cleanLabel(text: string): string {
  return plainText(text)
    .replace(/^[-*+]\s/, '')
    .trim()
    .replace(/\s?[:：]$/, '');
}

/** Literal text as people read it; placeholders, which only stand in it where nothing is read, are left out. */
export const cleanText = (text: string): string => plainText(text.replace(/\{\{[^{}\n]{0,300}\}\}/g, ''));

/** What a field is called where the template has no words for it: the last part of its path. */
export const nameOf = (path: string): string => wordsOf(path.slice(path.lastIndexOf('.') + 1));

/** The words that a separator gives to the value behind it: `, Due: ` and ` (SLO: ` do. */
export function titleBefore(literal: string): string | undefined {
  const words = /([\p{L}\p{N}][^:=,;()]{0,60})[:=]$/u.exec(plainText(literal.slice(-80)))?.[1];
  return words?.trim();
}

/** `Post-Mortem: {{incident.title}}` is `Post-Mortem`; a heading that is all placeholder is the field's name. */
export function headingTitle(text: string): string {
  const first = /\{\{([^{}\n]{1,300})\}\}/.exec(text)?.[1];
  if (first === undefined) return plainText(text);
  const words = cleanText(text)
    .replace(/[\s:：(–—-]{1,20}$/, '')
    .replace(/^[\s:：)–—-]{1,20}/, '');
  return hasWords(words) ? words : nameOf(first.trim());
}
