import type { Tree } from '@lezer/common';
import { decodeText } from './entity.ts';
import { readBlocks } from './tree-blocks.ts';
import { referenceLabel, type References } from './tree-inlines.ts';
import type { BlockNode } from './tree-nodes.ts';
import { boundedParser } from './tree-parser.ts';
import { readingView } from './tree-view.ts';

function collectReferences(tree: Tree, text: string): References {
  const references: References = new Map();
  tree.iterate({
    enter(cursor) {
      if (cursor.name !== 'LinkReference') return;
      const part = (name: string) => cursor.node.getChild(name);
      const slice = (from: number | undefined, to: number | undefined) => text.slice(from ?? 0, to ?? 0);
      const label = part('LinkLabel');
      const url = part('URL');
      const title = part('LinkTitle');
      const key = referenceLabel(slice(label?.from, label?.to).slice(1, -1));
      const address = slice(url?.from, url?.to).replace(/^<([^]*)>$/, '$1');
      if (key.startsWith('^') || references.has(key)) return;
      references.set(key, { url: decodeText(address), title: decodeText(slice(title?.from, title?.to).slice(1, -1)) });
    },
  });
  return references;
}

/**
 * The whole GFM tree of a document as plain JSON, for HTML, PDF and DOCX alike, so that they never disagree.
 * Accepts any text: line ends, byte order mark, NUL, deep nesting and lines of megabytes are handled, in linear time.
 * Front matter becomes a `yaml` fence. JSON depth stays below 110 (typst reads at most 128).
 */
export function markdownTree(source: string): BlockNode[] {
  const { frontMatter, body, parsable } = readingView(source);
  const tree = boundedParser(body.length).parse(parsable);
  const scope = { text: body, references: collectReferences(tree, body) };
  const blocks = readBlocks(tree.topNode, scope);
  return frontMatter.trim() === '' ? blocks : [{ type: 'fence', info: 'yaml', text: frontMatter }, ...blocks];
}
