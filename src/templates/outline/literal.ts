/** Literal text of a template in the form it is compared in: no emphasis marks or backticks, one blank, lower case. */
export function core(literal: string): string {
  return literal.replace(/[*`]+/g, '').replace(/\s+/g, ' ').trim().toLowerCase();
}

const maxSkip = 12;

function isMark(code: number): boolean {
  return code === 42 || code === 96;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 160;
}

/**
 * Matches a compared literal at an offset: marks in the text are skipped, blanks collapsed, case ignored.
 * Returns the offset behind it, or -1. At most a dozen marks or blanks in a row are skipped, so that it stays linear.
 */
export function matchLiteral(text: string, from: number, to: number, literal: string): number {
  let at = from;
  for (let index = 0; index < literal.length; index++) {
    const wanted = literal[index] as string;
    let skipped = 0;
    if (wanted === ' ') {
      const start = at;
      while (at < to && skipped < maxSkip && (isBlank(text.charCodeAt(at)) || isMark(text.charCodeAt(at)))) {
        at++;
        skipped++;
      }
      if (at === start) return -1;
      continue;
    }
    while (at < to && skipped < maxSkip && isMark(text.charCodeAt(at)) && text[at] !== wanted) {
      at++;
      skipped++;
    }
    if (at >= to || (text[at] !== wanted && text.charAt(at).toLowerCase() !== wanted)) return -1;
    at++;
  }
  return at;
}

/**
 * Finds a separator between two values: its words must stand apart from letters around them.
 * `from` and `to` bound the search; returns where it starts and ends (marks before it not included), or undefined.
 */
export function findLiteral(
  text: string,
  from: number,
  to: number,
  literal: string,
  spaced: boolean,
): { from: number; to: number } | undefined {
  const first = literal[0] as string;
  const upper = first.toUpperCase();
  for (let at = from; at < to; at++) {
    const char = text[at] as string;
    if (char !== first && char !== upper) continue;
    if (spaced && at > from && !isBlank(text.charCodeAt(at - 1)) && !isMark(text.charCodeAt(at - 1))) continue;
    const end = matchLiteral(text, at, to, literal);
    if (end < 0) continue;
    if (spaced && end < to && /[\p{L}\p{N}]/u.test(literal.at(-1) ?? '') && /[\p{L}\p{N}]/u.test(text[end] as string))
      continue;
    return { from: at, to: end };
  }
  return undefined;
}
