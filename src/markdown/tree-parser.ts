import { GFM, type MarkdownParser, parser } from '@lezer/markdown';

const full = parser.configure(GFM);
const marks = /[<>[\]*_~`!&:@()]/g;
/** Marks in one piece of running text that lezer may nest; more would overflow its stack. */
const maxMarks = 4000;

/**
 * A GFM parser for one document of `length` characters that stays fast on hostile text. Lezer's inline parsers look
 * ahead to the end of the text at each mark; this bounds marks x length, and shows what is beyond as plain text.
 */
export function boundedParser(length: number): MarkdownParser {
  let budget = 200_000_000 + 40 * length;
  const bounded = Object.create(full) as MarkdownParser;
  bounded.parseInline = (text, offset) => {
    const count = text.match(marks)?.length ?? 0;
    const cost = count * text.length;
    if (count > maxMarks || cost > budget) return [];
    budget -= cost;
    return full.parseInline(text, offset);
  };
  return bounded;
}
