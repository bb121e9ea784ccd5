import { codePointName } from '../markdown/html-escape.ts';
import type { Coverage } from './font-coverage.ts';

/** Characters that only act on their neighbours; typst needs no glyph for them. */
const silent = new Set([0x0a, 0xad, 0x200b, 0x200c, 0x200d, 0x2060, 0xfe0e, 0xfe0f]);
/** Unbroken runs longer than this get places to break: a long word would cross its table and the page. */
const longRun = 30;
const breakEvery = 16;
/** A hash stays whole, so that a reader can copy it. */
const hash = /^(?:sha256:)?[\da-f]{7,64}$/i;

/** Common marks that the fonts lack, and their nearest relatives. */
const relatives: Record<string, string> = {
  '☐': '□',
  '✓': '✔',
  '✗': '✖',
  '✘': '✖',
  '☒': '✖',
  '‐': '-',
  '‑': '-',
  '⚫': '●',
};

/** Overrides of reading order; they would silently re-order what is read. */
const reorders = (code: number): boolean => (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
const isControl = (code: number): boolean =>
  code < 0x20 || (code >= 0x7f && code < 0xa0) || code === 0xfeff || code === 0xfffe;

/** Text that can be set with the given fonts: what they cannot draw is named, `[U+D55C]`, so that no export fails on one character. */
export function drawable(text: string, covered: Coverage): string {
  let clean = '';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const surrogate = code >= 0xd800 && code <= 0xdfff;
    if (code === 0x0a || code === 0x09) clean += code === 0x09 ? '    ' : '\n';
    else if (isControl(code) || surrogate || reorders(code)) clean += `[${codePointName(character)}]`;
    else if (silent.has(code) || covered(code)) clean += character;
    else {
      const relative = relatives[character];
      clean +=
        relative !== undefined && covered(relative.codePointAt(0) ?? 0) ? relative : `[${codePointName(character)}]`;
    }
  }
  return clean;
}

/** Puts zero-width blanks into long runs without a blank. `narrow` (table cells) also breaks hashes. */
export function breakable(text: string, narrow: boolean): string {
  return text.replace(/\S+/g, (run) => {
    if (run.length < longRun || (!narrow && hash.test(run))) return run;
    const characters = [...run];
    let out = '';
    for (let at = 0; at < characters.length; at += breakEvery)
      out += (at === 0 ? '' : '\u200B') + characters.slice(at, at + breakEvery).join('');
    return out;
  });
}
