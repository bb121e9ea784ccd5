import type { Block, Heading, MarkdownDoc } from './blocks.ts';
import { plainText } from './plain.ts';

/** A heading and what stands below it, up to the next heading of any level. */
export type Section = {
  heading?: Heading;
  /** 1 to 6; 0 for what stands before the first heading. */
  level: number;
  /** Plain text of the heading; empty before the first. */
  title: string;
  /** Titles from the outermost heading down to this one. */
  path: string[];
  blocks: Block[];
  from: number;
  to: number;
};

const known = new WeakMap<MarkdownDoc, Section[]>();

/**
 * The sections of a document, flat and in order, made once: whoever asks shares them and changes none. Headings inside
 * quotes or lists do not open sections.
 */
export function sections(doc: MarkdownDoc): Section[] {
  const made = known.get(doc) ?? divide(doc);
  known.set(doc, made);
  return made;
}

function divide(doc: MarkdownDoc): Section[] {
  const found: Section[] = [];
  const open: { level: number; title: string }[] = [];
  let current: Section = { level: 0, title: '', path: [], blocks: [], from: 0, to: 0 };
  for (const block of doc.blocks) {
    if (block.type !== 'heading') {
      current.blocks.push(block);
      continue;
    }
    current.to = block.from;
    if (current.level > 0 || current.blocks.length > 0) found.push(current);
    const title = plainText(doc.view.text.slice(block.contentFrom, block.contentTo));
    while (open.length > 0 && (open.at(-1)?.level ?? 0) >= block.level) open.pop();
    open.push({ level: block.level, title });
    const path = open.map((entry) => entry.title);
    current = { heading: block, level: block.level, title, path, blocks: [], from: block.from, to: block.to };
  }
  current.to = doc.view.text.length;
  if (current.level > 0 || current.blocks.length > 0) found.push(current);
  return found;
}
