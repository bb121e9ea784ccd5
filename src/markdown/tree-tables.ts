import type { SyntaxNode } from '@lezer/common';
import { readInlines, type Scope } from './tree-inlines.ts';
import { oneLine } from './tree-facts.ts';
import type { Alignment, BlockNode, InlineNode } from './tree-nodes.ts';

/** Columns that are kept apart; the cells beyond are joined into the last one. */
const maxColumns = 64;

function readRow(row: SyntaxNode, scope: Scope): InlineNode[][] {
  const cells: InlineNode[][] = [];
  let cell: InlineNode[] | undefined;
  let first = true;
  const push = (content: InlineNode[]) => {
    if (cells.length < maxColumns) cells.push(content);
    else cells.at(-1)?.push({ type: 'text', text: ' | ' }, ...content);
  };
  for (let child = row.firstChild; child !== null; child = child.nextSibling) {
    if (child.name === 'TableCell') cell = oneLine(readInlines(child, scope));
    else if (child.name === 'TableDelimiter') {
      // A blank cell has no node: it shows as two delimiters in a row.
      if (!first || cell !== undefined) push(cell ?? []);
      first = false;
      cell = undefined;
    }
  }
  if (cell !== undefined) push(cell);
  return cells;
}

function alignment(written: string): Alignment {
  const left = written.startsWith(':');
  const right = written.endsWith(':');
  if (left && right) return 'center';
  return right ? 'right' : left ? 'left' : '';
}

/** A table; rows keep every cell they have, and the header is widened to the widest row. */
export function readTable(node: SyntaxNode, scope: Scope): BlockNode {
  const head = node.getChild('TableHeader');
  const header = head === null ? [] : readRow(head, scope);
  const rows = node.getChildren('TableRow').map((row) => readRow(row, scope));
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), header.length);
  while (header.length < width) header.push([]);
  const delimiters = node.getChild('TableDelimiter');
  const written =
    delimiters === null ? '' : scope.text.slice(delimiters.from, delimiters.to).replace(/^\s*\||\|\s*$/g, '');
  const align = written
    .split('|')
    .slice(0, width)
    .map((each) => alignment(each.trim()));
  return { type: 'table', align, header, rows };
}
