import type { Block, Fence, Item, List, Table } from '../../markdown/blocks.ts';
import { textLines } from '../../markdown/lines.ts';

/**
 * A section as a flat list: every line of text, list item, table and code block, in order. Templates and documents are
 * both looked at this way. Offsets are of the view; `from` and `to` enclose the content of the line or the block.
 */
export type Unit = {
  type: 'line' | 'table' | 'fence' | 'other';
  role: 'text' | 'item' | 'code';
  from: number;
  to: number;
  /** Where it starts with its marker, and ends with everything nested in it. */
  start: number;
  end: number;
  /** Index of the item it is nested in, or -1. */
  parent: number;
  /** False for a line that continues the paragraph of the line before; `soft` when no hard break lies between. */
  opens: boolean;
  soft: boolean;
  ordered: boolean;
  checked?: boolean;
  table?: Table;
  fence?: Fence;
};

/** Lines of one paragraph that are looked at one by one; the rest is one unit. */
const mostLines = 20_000;

/** The units of a section's blocks. */
export function unitsOf(blocks: readonly Block[], text: string): Unit[] {
  const units: Unit[] = [];
  for (const block of blocks) addBlock(block, text, -1, units);
  return units;
}

function addBlock(block: Block, text: string, parent: number, units: Unit[]): void {
  switch (block.type) {
    case 'paragraph':
      addLines(block.from, block.to, text, parent, units);
      break;
    case 'list':
      for (const item of block.items) addItem(item, block, text, parent, units);
      break;
    case 'table':
      units.push({ ...plain('table', block, parent), table: block });
      break;
    case 'fence':
      units.push({ ...plain('fence', block, parent), role: 'code', fence: block });
      break;
    default:
      units.push(plain('other', block, parent));
  }
}

function plain(type: Unit['type'], { from, to }: { from: number; to: number }, parent: number): Unit {
  return { type, role: 'text', from, to, start: from, end: to, parent, opens: true, soft: false, ordered: false };
}

function addLines(from: number, to: number, text: string, parent: number, units: Unit[]): void {
  if (text.indexOf('\n', from) === -1 || text.indexOf('\n', from) >= to) {
    units.push(plain('line', { from, to }, parent));
    return;
  }
  const end = endOfLines(text, from, to);
  let last = -1;
  for (const line of textLines(text, { from, to: end })) {
    const unit = plain('line', line, parent);
    if (last >= 0) {
      unit.opens = false;
      unit.soft = !hardBreak(text, last);
    }
    units.push(unit);
    last = line.to;
  }
  if (end < to) units.push(plain('other', { from: end + 1, to }, parent));
}

/** Where a paragraph is cut off: nobody writes so many lines, and each costs. */
function endOfLines(text: string, from: number, to: number): number {
  let at = from;
  for (let count = 0; count < mostLines; count++) {
    const newline = text.indexOf('\n', at);
    if (newline < 0 || newline >= to) return to;
    at = newline + 1;
  }
  return at - 1;
}

/** Two blanks or a backslash before the line break. */
function hardBreak(text: string, lineTo: number): boolean {
  return text.charCodeAt(lineTo - 1) === 92 || (text.charCodeAt(lineTo) === 32 && text.charCodeAt(lineTo + 1) === 32);
}

function addItem(item: Item, list: List, text: string, parent: number, units: Unit[]): void {
  const at = units.length;
  const first = item.blocks[0];
  const newline = text.indexOf('\n', item.contentFrom);
  const lineTo = newline < 0 || newline > item.to ? item.to : newline;
  const inline = first !== undefined && first.from <= lineTo && first.type !== 'fence' && first.type !== 'table';
  const to = inline ? trimmedEnd(text, item.contentFrom, Math.min(lineTo, first.to)) : item.contentFrom;
  units.push({
    type: 'line',
    role: 'item',
    from: item.contentFrom,
    to,
    start: item.from,
    end: item.to,
    parent,
    opens: true,
    soft: false,
    ordered: list.ordered,
    ...(item.checked === undefined ? {} : { checked: item.checked }),
  });
  if (!inline) {
    for (const block of item.blocks) addBlock(block, text, at, units);
    return;
  }
  if (first.type === 'paragraph' && first.to > lineTo) addTail(first.to, lineTo, text, at, units);
  else if (first.type !== 'paragraph' && first.to > lineTo)
    units.push(plain('other', { from: lineTo + 1, to: first.to }, at));
  for (const block of item.blocks.slice(1)) addBlock(block, text, at, units);
}

/** The further lines of an item's first paragraph. */
function addTail(to: number, lineTo: number, text: string, parent: number, units: Unit[]): void {
  const end = endOfLines(text, lineTo + 1, to);
  let last = trimmedEnd(text, 0, lineTo);
  for (const line of textLines(text, { from: lineTo + 1, to: end })) {
    units.push({ ...plain('line', line, parent), opens: false, soft: !hardBreak(text, last) });
    last = line.to;
  }
  if (end < to) units.push(plain('other', { from: end + 1, to }, parent));
}

function trimmedEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && (text.charCodeAt(end - 1) === 32 || text.charCodeAt(end - 1) === 9)) end--;
  return end;
}
