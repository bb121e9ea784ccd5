/**
 * A label that opens a line: `**Severity:** `, `- Could it be sooner?`. `end` lies behind it and its
 * closing marks; `bareKey` leaves out parentheses.
 */
export type Label = { key: string; bareKey: string; end: number };

const longest = 160;

/** What columns and items are compared by: letters and digits in lower case, parentheses dropped. */
export function labelKey(text: string): string {
  return fullKey(text.includes('(') ? text.replace(/\([^()]{0,200}\)/g, '') : text);
}

/** The same with the words in parentheses: two labels may differ in nothing else. */
export function fullKey(bare: string): string {
  // oxlint-disable-next-line no-control-regex -- the plain case is ASCII, and far faster
  if (/^[\x00-\x7f]*$/.test(bare)) return bare.replace(/[^A-Za-z0-9]+/g, '').toLowerCase();
  return bare
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '');
}

function closes(text: string, at: number, to: number): boolean {
  if (at + 1 >= to) return true;
  const next = text.charCodeAt(at + 1);
  return next === 32 || next === 9 || next === 10 || next === 42 || next === 95 || next === 96 || next === 58;
}

/**
 * The label of a line, if it has one: text up to a colon or question mark outside brackets. A colon inside a word
 * (`14:23`, `https://`) is none. Looks at the first 160 characters only.
 */
export function findLabel(text: string, from: number, to: number): Label | undefined {
  const limit = Math.min(to, from + longest);
  let depth = 0;
  let open = '';
  for (let at = from; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === 40 || code === 91) depth++;
    else if (code === 41 || code === 93) depth--;
    else if (code === 42 || code === 96) {
      let end = at;
      while (end + 1 < limit && text.charCodeAt(end + 1) === code) end++;
      const run = text.slice(at, end + 1);
      open = open === '' ? run : open === run ? '' : open;
      at = end;
    } else if (depth <= 0 && (code === 0xff1a || ((code === 58 || code === 63) && closes(text, at, to)))) {
      let end = at + 1;
      const key = fullKey(text.slice(from, at));
      const bareKey = labelKey(text.slice(from, at));
      if (key === '') return undefined;
      if (code === 63 && text.charCodeAt(end) === 58) end++;
      if (open !== '' && text.startsWith(open, end)) end += open.length;
      else if (open !== '') return open[0] === '`' ? undefined : { key, bareKey, end };
      if (code === 63 && text.charCodeAt(end) === 58) end++;
      return { key, bareKey, end };
    }
  }
  return undefined;
}
