import type { SyntaxNode } from '@lezer/common';
import { decodeText } from './entity.ts';
import { oneLine, paragraphOrFacts } from './tree-facts.ts';
import { readInlines, type Scope } from './tree-inlines.ts';
import type { BlockNode, ItemNode } from './tree-nodes.ts';
import { readTable } from './tree-tables.ts';

/** Lists and quotes within each other that are kept (typst sets no more); what is deeper is shown as it was typed. */
const maxDepth = 8;
const invisible = /^[\s\u00AD\u200B-\u200F\u2060\uFEFF]*$/;
const blankLine = /\n[ \t>]*\n/;

/** Lines of a code block without the indent of its containers. */
function codeLines(node: SyntaxNode, scope: Scope): string {
  const pieces = node.getChildren('CodeText').map((piece) => scope.text.slice(piece.from, piece.to));
  return pieces.join('').replace(/\n$/, '');
}

function readFence(node: SyntaxNode, scope: Scope): BlockNode {
  const info = node.getChild('CodeInfo');
  const text = codeLines(node, scope);
  return { type: 'fence', info: info === null ? '' : decodeText(scope.text.slice(info.from, info.to)), text };
}

function readItem(node: SyntaxNode, scope: Scope, depth: number): ItemNode {
  const marker = node.getChild('Task')?.getChild('TaskMarker');
  const children = readBlocks(node, scope, depth + 1);
  if (marker === undefined || marker === null) return { children };
  return { checked: scope.text.slice(marker.from, marker.to) !== '[ ]', children };
}

function readList(node: SyntaxNode, scope: Scope, depth: number): BlockNode {
  const nodes = node.getChildren('ListItem');
  const items = nodes.map((item) => readItem(item, scope, depth));
  const mark = nodes[0]?.getChild('ListMark');
  const written = mark === undefined || mark === null ? '' : scope.text.slice(mark.from, mark.to);
  const number = Number.parseInt(written, 10);
  const loose = nodes.some((item, index) => {
    const next = nodes[index + 1];
    return next !== undefined && blankLine.test(scope.text.slice(item.lastChild?.to ?? item.from, next.from));
  });
  return {
    type: 'list',
    ordered: node.name === 'OrderedList',
    start: Number.isNaN(number) ? 1 : number,
    tight: !loose,
    items,
  };
}

/** An unused or footnote-like definition is shown as text, so that nothing of the document is lost. */
function readDefinition(node: SyntaxNode, scope: Scope): BlockNode | undefined {
  const text = scope.text.slice(node.from, node.to);
  return text.startsWith('[^') ? { type: 'paragraph', children: [{ type: 'text', text }] } : undefined;
}

function readBlock(node: SyntaxNode, scope: Scope, depth: number): BlockNode | undefined {
  const raw = () => scope.text.slice(node.from, node.to);
  const heading = /^(?:ATX|Setext)Heading(\d)$/.exec(node.name)?.[1];
  if (heading !== undefined) {
    const children = oneLine(readInlines(node, scope));
    const last = children.at(-1);
    if (last?.type === 'text') last.text = last.text.trimEnd();
    // A heading without words is no heading; PDF/UA refuses one.
    if (children.every((child) => 'text' in child && invisible.test(child.text))) return undefined;
    return { type: 'heading', level: Number(heading), children };
  }
  const deep = depth > maxDepth;
  switch (node.name) {
    case 'Paragraph':
    case 'Task':
      return paragraphOrFacts(readInlines(node, scope));
    case 'BulletList':
    case 'OrderedList':
      return deep ? { type: 'fence', info: '', text: raw() } : readList(node, scope, depth);
    case 'Blockquote':
      return deep
        ? { type: 'fence', info: '', text: raw() }
        : { type: 'quote', children: readBlocks(node, scope, depth + 1) };
    case 'Table':
      return readTable(node, scope);
    case 'FencedCode':
    case 'CodeBlock':
      return readFence(node, scope);
    case 'HorizontalRule':
      return { type: 'rule' };
    case 'HTMLBlock':
    case 'ProcessingInstructionBlock':
      return { type: 'html', text: raw() };
    case 'LinkReference':
      return readDefinition(node, scope);
    default:
      return undefined;
  }
}

/** The blocks below a document, quote or list item. Comments, marks and link definitions are no blocks. */
export function readBlocks(node: SyntaxNode, scope: Scope, depth = 0): BlockNode[] {
  const blocks: BlockNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    const block = readBlock(child, scope, depth);
    if (block !== undefined) blocks.push(block);
  }
  return blocks;
}
