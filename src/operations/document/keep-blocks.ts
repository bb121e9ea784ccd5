import type { Block, MarkdownDoc, Span } from '../../markdown/blocks.ts';
import { textLines } from '../../markdown/lines.ts';
import { plainText } from '../../markdown/plain.ts';
import { sections } from '../../markdown/sections.ts';

/** Letters and digits of a text, in one string to search in: markup, spacing and wrapping do not count. */
function essence(text: string): string {
  return plainText(text)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The smallest pieces of a block that must not get lost: paragraphs line by line, cells, code lines. */
function* pieces(block: Block, text: string): Generator<Span> {
  switch (block.type) {
    case 'heading':
      yield { from: block.contentFrom, to: block.contentTo };
      break;
    case 'list':
      for (const item of block.items) for (const child of item.blocks) yield* pieces(child, text);
      break;
    case 'table':
      for (const row of [block.header, ...block.rows]) yield* row.cells;
      break;
    case 'quote':
      for (const child of block.blocks) yield* pieces(child, text);
      break;
    case 'fence':
      yield* block.lines;
      break;
    case 'rule':
      break;
    default:
      yield* textLines(text, block);
  }
}

/**
 * Blocks of a document that a rendering of it does not hold, as Markdown, each run under its own heading.
 * Empty when nothing is missing. Compares words, not markup.
 */
export function missingBlocks(doc: MarkdownDoc, output: string): string {
  const { text } = doc.view;
  const written = output.split('\n').map(essence).join('');
  const holds = (span: Span) => written.includes(essence(text.slice(span.from, span.to)));
  const parts: string[] = [];
  for (const section of sections(doc)) {
    const lost = section.blocks.filter((block) => ![...pieces(block, text)].every(holds));
    const headingLost = section.heading !== undefined && ![...pieces(section.heading, text)].every(holds);
    if (lost.length === 0 && !headingLost) continue;
    if (section.title !== '') parts.push(`### ${section.title}`);
    for (const block of lost) parts.push(text.slice(block.from, block.to));
  }
  if (doc.frontMatter !== undefined) {
    const lines = doc.frontMatter.text
      .split('\n')
      .filter((line) => !written.includes(essence(line.replace(/^[^:]*:/, ''))));
    if (lines.length > 0) parts.push('### Front matter', ['```yaml', ...lines, '```'].join('\n'));
  }
  return parts.join('\n\n');
}
