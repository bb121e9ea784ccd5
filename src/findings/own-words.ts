/** Offset of the first sign of a line after at most three blanks. */
function signAt(text: string, from: number): number {
  let at = from;
  while (at < from + 3 && text[at] === ' ') at += 1;
  return at;
}

/** The run of three or more backticks or tildes that stands at `at`; '' when there is none. */
function fenceAt(text: string, at: number): string {
  if (!text.startsWith('```', at) && !text.startsWith('~~~', at)) return '';
  let to = at;
  while (text[to] === text[at]) to += 1;
  return text.slice(at, to);
}

/** Asked line by line, in order: up to which offset a line of `text` is foreign; `from` when none of it is. */
type ForeignTo = (text: string, from: number, to: number, isLast: boolean) => number;

/** Fenced code, an unclosed one to the end, and quoted lines. A fence without a line after it opens nothing. */
function follow(): ForeignTo {
  let fence = '';
  return (text, from, to, isLast) => {
    const sign = signAt(text, from);
    if (fence !== '') {
      if (!text.startsWith(fence, sign)) return to;
      const closed = sign + fence.length;
      fence = '';
      return closed;
    }
    if (text[sign] === '>') return to;
    if (!isLast) fence = fenceAt(text, sign);
    return fence === '' ? from : to;
  };
}

/** Blanks fenced code and quoted lines of a text, which are somebody else's words; keeps every offset. */
export function ownWords(text: string): string {
  if (!text.includes('>') && !text.includes('```') && !text.includes('~~~')) return text;
  if (!text.includes('\n') && !text.startsWith('>')) return text;
  const foreignTo = follow();
  let [own, kept] = ['', 0];
  for (let from = 0, to = 0; from < text.length; from = to + 1) {
    const end = text.indexOf('\n', from);
    to = end < 0 ? text.length : end;
    const until = foreignTo(text, from, to, end < 0);
    if (until === from) continue;
    own += text.slice(kept, from) + ' '.repeat(until - from);
    kept = until;
  }
  return own + text.slice(kept);
}

/** The same for a text that is split into its lines. */
export function ownLines(lines: readonly string[]): readonly string[] {
  const foreignTo = follow();
  return lines.map((line, index) => {
    const until = foreignTo(line, 0, line.length, index === lines.length - 1);
    return until === 0 ? line : ' '.repeat(until) + line.slice(until);
  });
}
