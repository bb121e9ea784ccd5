import type { Cell, Span } from './blocks.ts';

/**
 * Cells of a table row, trimmed, blank ones included. An escaped pipe does not separate; one in backticks does (GFM).
 */
export function readCells(text: string, from: number, to: number): Cell[] {
  const cells: Cell[] = [];
  let start = from;
  let end = to;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  if (text[start] === '|') start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  if (end > start && text[end - 1] === '|' && text[end - 2] !== '\\') end--;
  let cellFrom = start;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 92) at++;
    else if (code === 124) {
      cells.push(trimmed(text, cellFrom, at));
      cellFrom = at + 1;
    }
  }
  cells.push(trimmed(text, cellFrom, end));
  return cells;
}

function trimmed(text: string, from: number, to: number): Cell {
  let start = from;
  let end = to;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return { from: start, to: end };
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 10;
}

/** Content lines of code between two offsets, each without up to `indent` leading blanks and quote marks. */
export function codeLines(text: string, from: number, to: number, indent: number): Span[] {
  const lines: Span[] = [];
  if (from >= to) return lines;
  let start = from;
  while (start <= to) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 || newline > to ? to : newline;
    let content = start;
    while (content < end && content - start < indent && /[ \t>]/.test(text[content] as string)) content++;
    lines.push({ from: content, to: end });
    start = end + 1;
  }
  return lines;
}

/** Lines of a paragraph or other text, each without leading blanks, quote marks and trailing blanks. */
export function textLines(text: string, block: Span): Span[] {
  const lines: Span[] = [];
  let start = block.from;
  while (start <= block.to) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 || newline > block.to ? block.to : newline;
    let content = start;
    while (content < end && /[ \t>]/.test(text[content] as string)) content++;
    const line = trimmed(text, content, end);
    if (line.to > line.from) lines.push(line);
    start = end + 1;
  }
  return lines;
}
