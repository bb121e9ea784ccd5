import { repairText } from '../../markdown/encoding.ts';

const target = /\]\([^()\s]{0,2000}\)/g;
const address = /https?:\/\/[^\s)>\]]{1,2000}/g;

/**
 * The form in which text is compared with the blank form: ASCII only (a wrong decoding touches nothing else), no
 * emphasis marks, link targets or addresses, one blank. Text without any ASCII letter or digit stays as it is.
 */
export function fold(text: string): string {
  if (/^[A-Za-z0-9]+$/.test(text)) return text;
  let plain = text;
  if (plain.includes('](')) plain = plain.replace(target, ']');
  if (plain.includes('://')) plain = plain.replace(address, 'url');
  const ascii = plain
    .replace(/[^\x20-\x7e]+/g, ' ')
    .replace(/[*`]+/g, '')
    .replace(/ {2,}/g, ' ')
    .trim();
  return /[A-Za-z0-9_]/.test(ascii) ? ascii : repairText(text.trim());
}

const hint =
  /\[[^\]]{1,300}\](?!\()|(?:^|[^A-Za-z])[XYZ](?:%|ms|[^A-Za-z]|$)|YYYY|HH:MM|_{3,}|^@(?:username|manager|director|team)\b|^[A-Z][A-Z0-9 ]*(?:\/[A-Z][A-Z0-9 ]*)+$|<[a-z-]{1,40}\d?>|\bTemplate$/;
const mayHint = /[[XYZ_@/<]|HH|Template/;

/** Does a text of a blank form ask to be replaced (`[Name]`, `X minutes`, `YYYY-MM-DD`), unlike example data? */
export function isHint(folded: string): boolean {
  return folded.length < 1000 && mayHint.test(folded) && hint.test(folded);
}
