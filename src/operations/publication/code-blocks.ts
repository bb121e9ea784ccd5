import type { Span } from './signs.ts';

const kind = 'is code or a log: read it';
const fence = /^[ \t>]{0,20}(?:(?:[-*+]|\d{1,9}[.)]) {1,4}){0,4}(`{3,}|~{3,})/;

/** Code as a whole, fences and all, so that who takes it out takes all of it; one without an end goes to the end of the text. */
export function codeBlocksIn(text: string): Span[] {
  if (!text.includes('```') && !text.includes('~~~')) return [];
  const spans: Span[] = [];
  let open: { from: number; mark: string } | undefined;
  let at = 0;
  for (const line of text.split('\n')) {
    const end = at + line.length;
    const mark = fence.exec(line)?.[1];
    const rest = mark === undefined ? '' : line.slice(line.indexOf(mark) + mark.length);
    if (open !== undefined) {
      if (mark?.startsWith(open.mark) && rest.trim() === '') {
        spans.push({ kind, from: open.from, to: end });
        open = undefined;
      }
    } else if (mark !== undefined && !rest.includes('`')) open = { from: end - rest.length - mark.length, mark };
    else
      for (const { 0: inline, index } of line.matchAll(/```(?:[^`\n]{1,2000}```)?/g))
        spans.push({ kind, from: at + index, to: at + index + inline.length });
    at = end + 1;
  }
  if (open !== undefined) spans.push({ kind, from: open.from, to: text.length });
  return spans;
}
