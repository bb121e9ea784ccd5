import type { SyntaxNode } from '@lezer/common';
import { GFM, parser } from '@lezer/markdown';

/** Markdown as people write it on the web: tables, check lists, struck-out text, bare links. */
export const markdown = parser.configure(GFM);

/** A longer text is shown as it is written: inline marks without end cost time that grows with the square of their number (0.5 s here). */
export const mostFormatted = 60_000;

/** Signs of Markdown itself: they shape the text and are not part of it. */
export const marks: ReadonlySet<string> = new Set([
  'HeaderMark',
  'EmphasisMark',
  'CodeMark',
  'StrikethroughMark',
  'QuoteMark',
  'ListMark',
  'LinkMark',
  'TaskMarker',
]);

/** A source and the tree of it. */
export type Parsed = { source: string; top: SyntaxNode };

/** Reads the blocks and inline parts of a text. */
export const parsed = (source: string): Parsed => ({ source, top: markdown.parse(source).topNode });

/** The children of a node, in order. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) children.push(child);
  return children;
}
