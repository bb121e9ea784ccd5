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
    if (cell) out = out.replace(/\\{0,200}\|/g, (run) => `${run.slice(0, -1).repeat(2)}\\|`);
  }
  return opening && blockStart.test(out) ? shieldFirst(out) : out;
}

/** The value that was written. Also joins wrapped lines by one blank. */
export function decode(raw: string, cell: boolean): string {
  if (!needsCare.test(raw)) return raw;
  let out = raw.includes('\n') ? raw.replace(/[ \t]*\n[ \t>]*/g, ' ') : raw;
  if (cell && out.includes('|'))
    out = out.replace(/(\\{1,200})\|/g, (_, run: string) => `${run.slice(0, run.length >> 1)}|`);
  if (out.includes('<')) out = out.replace(breakTag, '\n');
  if (out.includes('&'))
    out = out
      .replace(entity, (found) =>
        found.startsWith('&amp;') ? `&${found.slice(5)}` : charOf(Number(found.slice(2, -1))),
      )
      .replace(shieldedTag, (tag) => (tag.startsWith('&amp;') ? `&${tag.slice(5)}` : `<${tag.slice(4)}`));
  return out;
}

function charOf(code: number): string {
  return code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code);
}

/** Words of a heading: a closing run of `#` would be taken for the heading's own. */
export function headingText(words: string): string {
  return words.endsWith('#') ? `${words.slice(0, -1)}&#35;` : words;
}
