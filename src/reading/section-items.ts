import type { Block, Item } from '../markdown/blocks.ts';
import { joined } from './entry.ts';

/** One point of a list: its Markdown on one line, its tick, and its place in the view. */
export type Point = { text: string; checked?: boolean; from: number; to: number };

/** Items with their nested items in order; undefined when one holds more than words (code, tables, several paragraphs). */
function pointsOf(items: Item[], text: string): Point[] | undefined {
  const found: Point[] = [];
  for (const item of items) {
    const [first, ...rest] = item.blocks;
    if (first?.type !== 'paragraph' || rest.some((block) => block.type !== 'list')) return undefined;
    const words = joined(text.slice(item.contentFrom, first.to));
    if (words === '') return undefined;
    found.push({
      text: words,
      ...(item.checked === undefined ? {} : { checked: item.checked }),
      from: item.contentFrom,
      to: first.to,
    });
    for (const block of rest) {
      const nested = block.type === 'list' ? pointsOf(block.items, text) : undefined;
      if (!nested) return undefined;
      for (const point of nested) found.push(point);
    }
  }
  return found;
}

/** The points of a section that is nothing but lists of words; undefined for any other section. */
export function listPoints(blocks: Block[], text: string): Point[] | undefined {
  if (blocks.length === 0) return undefined;
  const found: Point[] = [];
  for (const block of blocks) {
    const points = block.type === 'list' ? pointsOf(block.items, text) : undefined;
    if (!points) return undefined;
    for (const point of points) found.push(point);
  }
  return found;
}

/** The Markdown of blocks as it stands, from the first to the last; in pieces where blocks between them are `taken`. */
export function sourceOf(blocks: readonly Block[], text: string, taken: readonly Block[] = []): string {
  const pieces: string[] = [];
  let start: Block | undefined;
  for (const [index, block] of blocks.entries()) {
    start ??= block;
    const next = blocks[index + 1];
    const cut = next === undefined || taken.some(({ from }) => from >= block.to && from < next.from);
    if (!cut) continue;
    pieces.push(text.slice(start.from, block.to).trim());
    start = undefined;
  }
  return pieces.join('\n\n');
}
