import type { Palette } from '../charts/palette.ts';
import type { BlockNode } from '../markdown/tree-nodes.ts';
import { markdownTree } from '../markdown/tree.ts';
import type { Figures } from '../record/figure.ts';
import type { Finding } from '../record/finding.ts';
import type { PostmortemRecord } from '../record/record.ts';
import type { Paper } from './paper-size.ts';

/** What a document is made of. The Markdown is what a reader sees; the rest stands beside it. */
export type DocumentInput = {
  markdown: string;
  title: string;
  record: PostmortemRecord;
  figures: Figures;
  findings: Finding[];
  /** RFC 3339 instant or day of the document; the same date gives the same bytes. Absent: no date is written. */
  date?: string;
  /** Size of the pages of PDF and Word; A4 without. */
  paper?: Paper;
  /** Drawn above the text in place of the incident's timeline, in the colours of paper or of the page. */
  chart?: (palette: Palette) => string;
  /** False leaves out figures and findings. */
  margin?: boolean;
};

/** The blocks of the document, under its title when it has no heading of level 1 of its own. */
export function documentBlocks(input: DocumentInput): BlockNode[] {
  const blocks = markdownTree(input.markdown);
  if (blocks.some((block) => block.type === 'heading' && block.level === 1)) return blocks;
  return [{ type: 'heading', level: 1, children: [{ type: 'text', text: documentTitle(input) }] }, ...blocks];
}

/** The title on one line; never without a visible character. */
export function documentTitle(input: DocumentInput): string {
  const title = input.title.replace(/\s+/g, ' ').trim();
  return /^[\s\u00AD\u200B-\u200F\u2060\uFEFF]*$/.test(title) ? 'Post-mortem' : title;
}
