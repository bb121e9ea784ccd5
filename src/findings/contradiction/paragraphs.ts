import type { Context } from '../context.ts';

/** A paragraph, list item or table row, with its place. */
export type Paragraph = { text: string; path?: string; line?: number };

/** Lines that begin something new even without a blank line before them. */
const opens = /^\s*(?:[-*+|#>]|\d{1,3}[.)]\s)/;

const isBlank = (line: string | undefined): boolean => line === undefined || line.trim() === '';

/** Index of the last line of the paragraph that line `at` stands in. */
function lastLine(lines: readonly string[], at: number): number {
  let last = at;
  while (!isBlank(lines[last + 1]) && !opens.test(lines[last + 1] ?? '')) last += 1;
  return last;
}

/** Only looks around the matches: most lines hold none. Every paragraph is visited once, so time is linear. */
function* fromSource(source: string, { lines, ownLines }: Context, pattern: RegExp): Generator<Paragraph> {
  let [at, to, done] = [0, lines[0]?.length ?? 0, -1];
  for (const { index } of source.matchAll(pattern)) {
    for (; to < index; at += 1) to += (source.startsWith('\r\n', to) ? 2 : 1) + (lines[at + 1]?.length ?? 0);
    if (at <= done || isBlank(ownLines[at])) continue;
    let first = at;
    while (!opens.test(ownLines[first] ?? '') && !isBlank(ownLines[first - 1])) first -= 1;
    done = lastLine(ownLines, at);
    yield { text: ownLines.slice(first, done + 1).join(' '), line: first + 1 };
  }
}

/**
 * The paragraphs of the document that hold a match of a global pattern, and perhaps some more; those of the record's free text when
 * the document is not at hand.
 */
export function* paragraphsWith(context: Context, pattern: RegExp): Generator<Paragraph> {
  if (context.source !== undefined) return yield* fromSource(context.source, context, pattern);
  for (const { text, path, line, role } of context.prose)
    if (role === 'account')
      for (const part of text.split(/\n\s*\n/)) yield { text: part, path, ...(line === undefined ? {} : { line }) };
}
