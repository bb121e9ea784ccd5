import { cleanText } from './clean.ts';
import { maskSecrets } from './mask.ts';

/** Longest notes kept; the original stays in the evidence. */
const notesLimit = 10_000;
const lineLimit = 300;

/** Takes text over from evidence: no control characters, whole characters only, LF, secrets masked and counted. */
export function keeper(): { keep(text: string): string; masked(): number } {
  let masked = 0;
  return {
    keep(text) {
      const clean = cleanText(text.replace(/\r\n?/g, '\n')).trim();
      const result = maskSecrets(clean);
      masked += result.masked;
      return result.text;
    },
    masked: () => masked,
  };
}

/** Splits a text into its first line, at most 300 characters, and the whole as notes when that is not all of it. */
export function splitText(text: string): { text: string; notes?: string } {
  const first =
    text
      .split('\n')
      .find((line) => /[^\s`>#*_-]/.test(line))
      ?.trim() ?? text.trim();
  const line =
    first.length > lineLimit
      ? `${first
          .slice(0, lineLimit - 1)
          .toWellFormed()
          .trimEnd()}…`
      : first;
  if (line === text.trim()) return { text: line };
  const notes =
    text.length > notesLimit ? `${text.slice(0, notesLimit).toWellFormed()}… (cut; the rest is in the evidence)` : text;
  return { text: line, notes };
}
