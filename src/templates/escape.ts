/**
 * How a value is written into a line or cell so that it comes back as it was. Values are Markdown and stay as they are;
 * only what would end the line, the cell or the value is replaced: a newline by `<br>`, a pipe in a cell by `\|`, a sign
 * that would open a block or end the value by its numeric entity. `decode` undoes exactly that.
 */
const needsCare = /[\n\r<&|\\\u2028\u2029]/;
const breakTag = /<br ?\/?>/gi;
const shieldedTag = /&(amp;){0,40}lt;br ?\/?>/gi;
const entity = /&(amp;){0,40}#\d{1,7};/g;
const blockStart =
  /^(?:#{1,6}(?:\s|$)|>|[-+*](?:\s|$)|\d{1,9}[.)](?:\s|$)|`{3}|~{3}|<[A-Za-z/!?]|[-*_][-*_ \t]+$|\[[ xX]\]|\[[^\]]{0,999}\]:|=+\s*$|\|)/;

/** The first sign of a text as a numeric entity. */
export function shieldFirst(text: string): string {
  const first = text.codePointAt(0);
  return first === undefined ? text : `&#${first};${text.slice(first > 0xffff ? 2 : 1)}`;
}

/** A value for a line, a cell or a line of code. `opening`: nothing of the line stands before it. */
export function encode(value: string, cell: boolean, opening: boolean): string {
  let out = value;
  if (needsCare.test(value)) {
    out = out
      .replace(shieldedTag, (tag) => `&amp;${tag.slice(1)}`)
      .replace(breakTag, (tag) => `&lt;${tag.slice(1)}`)
      .replace(entity, (found) => `&amp;${found.slice(1)}`)
      .replace(/\r\n?|\n/g, '<br>')
      .replace(/[\u2028\u2029]/g, (sign) => `&#${sign.charCodeAt(0)};`);
    if (cell && out.includes('|')) out = escapePipes(out);
  }
  return opening && blockStart.test(out) ? shieldFirst(out) : out;
}

/** The value that was written. Also joins wrapped lines by one blank. */
export function decode(raw: string, cell: boolean): string {
  if (!needsCare.test(raw)) return raw;
  let out = raw.includes('\n') ? joinLines(raw) : raw;
  if (cell && out.includes('|')) out = barePipes(out);
  if (out.includes('<')) out = out.replace(breakTag, '\n');
  if (out.includes('&'))
    out = out
      .replace(entity, (found) =>
        found.startsWith('&amp;') ? `&${found.slice(5)}` : charOf(Number(found.slice(2, -1))),
      )
      .replace(shieldedTag, (tag) => (tag.startsWith('&amp;') ? `&${tag.slice(5)}` : `<${tag.slice(4)}`));
  return out;
}

/** Wrapped lines in one, by single blanks; quote marks at their starts are no part of the value. */
function joinLines(raw: string): string {
  const lines = raw.split('\n');
  return lines.map((line, index) => (index === 0 ? line.trimEnd() : line.replace(/^[ \t>]+/, '').trimEnd())).join(' ');
}

/** `\|` before every pipe, and the backslashes before it doubled: GFM would take them for the pipe's. */
function escapePipes(text: string): string {
  const parts = text.split('|');
  return parts
    .map((part, index) => (index === parts.length - 1 ? part : `${part}${'\\'.repeat(tailOf(part))}\\`))
    .join('|');
}

function barePipes(text: string): string {
  const parts = text.split('|');
  const cut = (part: string) => part.slice(0, part.length - ((tailOf(part) + 1) >> 1));
  return parts.map((part, index) => (index === parts.length - 1 ? part : cut(part))).join('|');
}

/** How many backslashes end a text. */
function tailOf(text: string): number {
  let count = 0;
  while (text.charCodeAt(text.length - 1 - count) === 92) count++;
  return count;
}

function charOf(code: number): string {
  return code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code);
}

/** Words of a heading: a closing run of `#` would be taken for the heading's own. */
export function headingText(words: string): string {
  return words.endsWith('#') ? `${words.slice(0, -1)}&#35;` : words;
}
