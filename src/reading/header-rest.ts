import type { Block, Span } from '../markdown/blocks.ts';
import type { KindSection } from './section-kind.ts';

/** Offsets of labels in order, and which of them the record holds in whole. */
export type BoundLabels = { starts: number[]; bound: ReadonlySet<number> };

/** True when a line states labels, and the record holds every one of them. */
function isHeld({ from, to }: Span, { starts, bound }: BoundLabels, first: (value: number) => number): boolean {
  let seen = false;
  for (let index = first(from); index < starts.length && (starts[index] ?? to) < to; index += 1) {
    if (!bound.has(starts[index] ?? -1)) return false;
    seen = true;
  }
  return seen;
}

/** The pieces of a block that stand for themselves: lines of a paragraph, flat items of a list. */
function piecesOf(block: Block, text: string): Span[] {
  if (block.type === 'list')
    return block.items.every(({ blocks }) => blocks.length === 1 && blocks[0]?.type === 'paragraph') ? block.items : [];
  if (block.type === 'table') return [block.header, ...block.rows];
  if (block.type !== 'paragraph') return [];
  const lines: Span[] = [];
  for (let from = block.from; from < block.to;) {
    const newline = text.indexOf('\n', from);
    const to = newline < 0 || newline > block.to ? block.to : newline;
    lines.push({ from, to });
    from = to + 1;
  }
  return lines;
}

/**
 * What is left of a header once the record holds its labels: the Markdown of its other lines and blocks, in order; empty when
 * nothing is left. A table stays whole unless every row is held.
 */
export function headerRest(
  section: KindSection,
  labels: BoundLabels,
  text: string,
  first: (value: number) => number,
): string[] {
  return section.blocks.flatMap((block) => {
    const pieces = piecesOf(block, text);
    const left = pieces.filter((piece) => !isHeld(piece, labels, first));
    const whole = pieces.length === 0 || left.length === pieces.length || (block.type === 'table' && left.length > 0);
    if (whole) return [text.slice(block.from, block.to).trim()];
    return left.length === 0 ? [] : [left.map(({ from, to }) => text.slice(from, to).trim()).join('\n')];
  });
}
