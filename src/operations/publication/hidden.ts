import { decodeEntity } from '../../markdown/entity.ts';

const reference = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});/g;
/** What a reference may become in Markdown without saying anything else there: no mark of emphasis, code, links or HTML. */
const harmless = /^[\p{L}\p{N}\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}@.:/_,;()'"!?=+%$-]$/u;
/** Signs that open a list or a rule where a line begins. */
const atStart = /(?:^|\n)[ \t>]{0,20}$/;

/** References to further hyphens: an unknown name stays as it is typed. */
const hyphens: Record<string, string> = { '&hyphen;': '-', '&dash;': '-', '&#8208;': '-', '&#8209;': '-' };

/** The words that a text shows, whatever references it is written with; for comparing, no longer Markdown. */
export const decoded = (text: string): string =>
  text.includes('&') ? text.replace(reference, (whole) => hyphens[whole] ?? decodeEntity(whole)) : text;

function decodedWords(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(reference, (whole, at: number) => {
    const sign = hyphens[whole] ?? decodeEntity(whole);
    const opens = /^[-+_=]$/.test(sign) && atStart.test(text.slice(Math.max(0, at - 21), at));
    return harmless.test(sign) && !opens ? sign : whole;
  });
}

/**
 * What nobody sees, and what hides a word from whoever looks for it. Joiners stay where scripts (Persian, Hindi) and
 * emoji need them: only beside letters that never do is every one of them taken out.
 */
const unseen =
  /(?<=[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}0-9.@:/_-])[\p{Cf}\p{Default_Ignorable_Code_Point}]+(?!\u20E3)|[\u00AD\u200B\u2060\uFEFF]|[\p{Cf}\p{Default_Ignorable_Code_Point}]{1,20}(?=[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}0-9])/gu;

/** A text without what hides its words: characters that nobody sees, references for letters, hyphens that only look so. */
export const unhidden = (text: string): string =>
  decodedWords(text)
    .replace(unseen, '')
    .replaceAll(/[\u2010\u2011]/g, '-');
