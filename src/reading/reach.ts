import type { Block, Span } from '../markdown/blocks.ts';
import type { KindSection } from './section-kind.ts';

/** What is read of a document: this many items, rows and other blocks, and this much text. No post-mortem comes near. */
const mostPieces = 10_000;
const mostText = 1_000_000;

type Left = { pieces: number; text: number };

/** Two halves of a list or table at one of its pieces; undefined for blocks that cannot be cut there. */
function cutAt(block: Block, count: number, end: number): [Block, Block] | undefined {
  if (block.type !== 'list' && block.type !== 'table') return undefined;
  const parts: readonly Span[] = block.type === 'list' ? block.items : block.rows;
  const past = parts.findIndex(({ to }, index) => index >= count || to > end);
  const [last, next] = [parts[past - 1], parts[past]];
  if (!last || !next) return undefined;
  const [to, from] = [last.to, next.from];
  if (block.type === 'list')
    return [
      { ...block, to, items: block.items.slice(0, past) },
      { ...block, from, items: block.items.slice(past) },
    ];
  return [
    { ...block, to, rows: block.rows.slice(0, past) },
    { ...block, from, rows: block.rows.slice(past) },
  ];
}

const piecesOf = (block: Block): number =>
  block.type === 'list' ? block.items.length : block.type === 'table' ? block.rows.length : 1;

/** The blocks of a section that are read, and those beyond reach. */
function readable(blocks: Block[], left: Left): { near: Block[]; far: Block[] } {
  for (const [index, block] of blocks.entries()) {
    const size = block.to - block.from;
    const pieces = piecesOf(block);
    if (pieces <= left.pieces && size <= left.text) {
      left.pieces -= pieces;
      left.text -= size;
      continue;
    }
    const halves = cutAt(block, left.pieces, block.from + left.text);
    left.pieces = 0;
    left.text = 0;
    const [near, far] = [blocks.slice(0, index), blocks.slice(index + 1)];
    return halves ? { near: [...near, halves[0]], far: [halves[1], ...far] } : { near, far: [block, ...far] };
  }
  return { near: blocks, far: [] };
}

/**
 * Parts the sections of a document into what is read and what is too much to read; the latter is kept as custom sections, whole.
 * A section that is cut stands in both.
 */
export function withinReach(sections: KindSection[]): { near: KindSection[]; far: KindSection[] } {
  const left: Left = { pieces: mostPieces, text: mostText };
  const far: KindSection[] = [];
  const near: KindSection[] = [];
  for (const section of sections) {
    if (left.pieces === 0) {
      far.push(section);
      continue;
    }
    left.pieces -= 1;
    const parts = readable(section.blocks, left);
    near.push(parts.far.length === 0 ? section : { ...section, blocks: parts.near });
    if (parts.far.length > 0) far.push({ ...section, blocks: parts.far });
  }
  return { near, far };
}
