import type { Block, MarkdownDoc, Span } from '../../markdown/blocks.ts';
import { textLines } from '../../markdown/lines.ts';
import { plainText } from '../../markdown/plain.ts';
import { sections } from '../../markdown/sections.ts';

/** Letters and digits of a text, in one string to search in: markup, spacing and wrapping do not count. */
function essence(text: string): string {
  return plainText(text.replaceAll('<!--', ''))
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

/** The title on one line; as it stands in the document where a comment that is never closed hides a part of it. */
const wholeTitle = (title: string, written: string): string =>
  (essence(title) === essence(written) ? title : written.replaceAll('<!--', '')).replace(/\s+/g, ' ');

/** Lines of front matter whose value the output does not hold. */
function missingMatter(doc: MarkdownDoc, output: string, holds: (text: string) => boolean): string[] {
  const lines = doc.frontMatter?.text.split('\n') ?? [];
  return lines.filter((line) => !output.includes(line) && !holds(line.replace(/^[^:]{0,200}:/, '')));
}

/**
 * Blocks of a document that a rendering of it does not hold, as Markdown: each run under its own heading, then front
 * matter, then the headings whose content stands under another name. Empty when nothing is missing. Compares words.
 */
export function missingBlocks(doc: MarkdownDoc, output: string): string {
  const { text } = doc.view;
  const essences = output.split('\n').map(essence);
  const lines = new Set(essences);
  const written = essences.join('');
  const holds = (piece: string) => {
    const words = essence(piece);
    return lines.has(words) || written.includes(words);
  };
  const holdsAll = (block: Block) => [...pieces(block, text)].every((span) => holds(text.slice(span.from, span.to)));
  const parts: string[] = [];
  const renamed: string[] = [];
  for (const section of sections(doc)) {
    const lost = section.blocks.filter((block) => !holdsAll(block));
    if (lost.length > 0 && section.title !== '') parts.push(`### ${section.title}`);
    else if (section.heading !== undefined && !holdsAll(section.heading))
      renamed.push(wholeTitle(section.title, text.slice(section.heading.contentFrom, section.heading.contentTo)));
    for (const block of lost) parts.push(text.slice(block.from, block.to));
  }
  const matter = missingMatter(doc, output, holds);
  if (matter.length > 0) parts.push('### Front matter', ['```yaml', ...matter, '```'].join('\n'));
  if (renamed.length > 0) parts.push(`Headings of the original: ${renamed.join(' · ')}`);
  return parts.join('\n\n');
}
