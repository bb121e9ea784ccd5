import type { BlockNode } from '../markdown/tree-nodes.ts';

/**
 * The same blocks with heading levels that start at 1 and never skip one going down (1, 3, 3, 2 becomes 1, 2, 2, 2):
 * PDF/UA refuses a skipped level, and Word's outline loses it.
 */
export function levelHeadings(blocks: BlockNode[], open: number[] = []): BlockNode[] {
  return blocks.map((block): BlockNode => {
    switch (block.type) {
      case 'heading': {
        while ((open.at(-1) ?? 0) >= block.level) open.pop();
        open.push(block.level);
        return { ...block, level: open.length };
      }
      case 'quote':
        return { ...block, children: levelHeadings(block.children, open) };
      case 'list':
        return {
          ...block,
          items: block.items.map((item) => ({ ...item, children: levelHeadings(item.children, open) })),
        };
      default:
        return block;
    }
  });
}
