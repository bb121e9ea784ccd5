import type { TreeCursor } from '@lezer/common';
import type { Block, Fence, Heading, Item, List, Table } from './blocks.ts';
import { codeLines, readCells } from './lines.ts';

/** Deeper than this, content is one paragraph: no person nests so far, and recursion must end. */
const maxDepth = 60;

/** Walks the children of the cursor's node and converts the blocks among them. */
export function convertBlocks(cursor: TreeCursor, text: string, depth = 0): Block[] {
  const blocks: Block[] = [];
  if (!cursor.firstChild()) return blocks;
  do {
    const block = convertBlock(cursor, text, depth);
    if (block !== undefined) blocks.push(block);
  } while (cursor.nextSibling());
  cursor.parent();
  return blocks;
}

function convertBlock(cursor: TreeCursor, text: string, depth: number): Block | undefined {
  const { from, to, name } = cursor;
  if (depth > maxDepth) return { type: 'paragraph', from, to };
  switch (name) {
    case 'Paragraph':
    case 'LinkReference':
      return { type: 'paragraph', from, to };
    case 'Task':
      return { type: 'paragraph', from: Math.min(to, skipBlanks(text, from + 3)), to };
    case 'BulletList':
    case 'OrderedList':
      return convertList(cursor, text, depth, name === 'OrderedList');
    case 'Table':
      return convertTable(cursor, text);
    case 'FencedCode':
      return convertFence(text, from, to);
    case 'CodeBlock':
      return {
        type: 'fence',
        info: '',
        from,
        to,
        contentFrom: from,
        contentTo: to,
        lines: codeLines(text, from, to, 4),
      };
    case 'Blockquote':
      return { type: 'quote', from, to, blocks: convertBlocks(cursor, text, depth + 1) };
    case 'HTMLBlock':
    case 'CommentBlock':
    case 'ProcessingInstructionBlock':
      return { type: 'html', from, to };
    case 'HorizontalRule':
      return { type: 'rule', from, to };
  }
  if (name.startsWith('ATXHeading')) return atxHeading(text, from, to, Number(name.at(-1)));
  if (name.startsWith('SetextHeading')) return setextHeading(text, from, to, Number(name.at(-1)));
  return undefined;
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return at;
}

function trimEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && (text[end - 1] === ' ' || text[end - 1] === '\t' || text[end - 1] === '\n')) end--;
  return end;
}

function atxHeading(text: string, from: number, to: number, level: number): Heading {
  const contentFrom = Math.min(to, skipBlanks(text, from + level));
  let contentTo = trimEnd(text, contentFrom, to);
  let closing = contentTo;
  while (closing > contentFrom && text[closing - 1] === '#') closing--;
  if (closing === contentFrom || text[closing - 1] === ' ') contentTo = trimEnd(text, contentFrom, closing);
  return { type: 'heading', level, from, to, contentFrom, contentTo };
}

function setextHeading(text: string, from: number, to: number, level: number): Heading {
  const underline = text.lastIndexOf('\n', to - 1);
  const contentTo = trimEnd(text, from, underline < from ? to : underline);
  return { type: 'heading', level, from, to, contentFrom: from, contentTo };
}

function convertList(cursor: TreeCursor, text: string, depth: number, ordered: boolean): List {
  const list: List = { type: 'list', ordered, from: cursor.from, to: cursor.to, items: [] };
  if (!cursor.firstChild()) return list;
  do if (cursor.name === 'ListItem') list.items.push(convertItem(cursor, text, depth));
  while (cursor.nextSibling());
  cursor.parent();
  return list;
}

function convertItem(cursor: TreeCursor, text: string, depth: number): Item {
  const { from, to } = cursor;
  let contentFrom = from;
  let checked: boolean | undefined;
  if (cursor.firstChild()) {
    if (cursor.name === 'ListMark') contentFrom = Math.min(to, skipBlanks(text, cursor.to));
    if (cursor.nextSibling() && cursor.name === 'Task') {
      checked = text[contentFrom + 1]?.toLowerCase() === 'x';
      contentFrom = Math.min(to, skipBlanks(text, contentFrom + 3));
    }
    cursor.parent();
  }
  const item: Item = { from, to, contentFrom, blocks: convertBlocks(cursor, text, depth + 1) };
  return checked === undefined ? item : { ...item, checked };
}

function convertTable(cursor: TreeCursor, text: string): Table {
  const table: Table = {
    type: 'table',
    from: cursor.from,
    to: cursor.to,
    header: { from: cursor.from, to: cursor.from, cells: [] },
    rows: [],
  };
  if (!cursor.firstChild()) return table;
  do {
    const { from, to } = cursor;
    if (cursor.name === 'TableHeader') table.header = { from, to, cells: readCells(text, from, to) };
    else if (cursor.name === 'TableRow') table.rows.push({ from, to, cells: readCells(text, from, to) });
  } while (cursor.nextSibling());
  cursor.parent();
  return table;
}

function convertFence(text: string, from: number, to: number): Fence {
  const lineStart = text.lastIndexOf('\n', from - 1) + 1;
  const firstEnd = text.indexOf('\n', from);
  const mark = text[from] ?? '`';
  let info = from;
  while (text[info] === mark) info++;
  const infoEnd = firstEnd < 0 || firstEnd > to ? to : firstEnd;
  const contentFrom = Math.min(to, infoEnd + 1);
  const lastStart = text.lastIndexOf('\n', to - 1) + 1;
  const closed = lastStart >= contentFrom && isFenceClose(text.slice(lastStart, to), mark);
  const contentTo = closed ? Math.max(contentFrom, lastStart - 1) : Math.max(contentFrom, to);
  const lines = codeLines(text, contentFrom, contentTo, from - lineStart);
  return { type: 'fence', info: text.slice(info, infoEnd).trim(), from, to, contentFrom, contentTo, lines };
}

function isFenceClose(line: string, mark: string): boolean {
  const bare = line.replace(/^[ \t>]+/, '').trimEnd();
  return bare.length >= 3 && bare.split(mark).join('') === '';
}
