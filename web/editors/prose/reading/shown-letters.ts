import type { SyntaxNode } from '@lezer/common';
import { childrenOf, marks, mostFormatted, parsed } from './parse.ts';

/** What shapes a text or stands behind it, and is not read in it. */
const unread = new Set([...marks, 'LinkTitle', 'CodeInfo', 'TableDelimiter', 'HorizontalRule', 'Image']);
const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

/** A source with blanks in place of what is not read, at the same offsets. */
export function readable(source: string): string {
  if (source.length > mostFormatted) return source;
  const pieces: string[] = [];
  let at = 0;
  const put = (from: number, to: number, text: string) => {
    if (from < at) return;
    pieces.push(source.slice(at, from), text.padEnd(to - from));
    at = to;
  };
  const walk = (node: SyntaxNode): void => {
    const inLink = node.name === 'Link';
    for (const child of childrenOf(node)) {
      const { name, from, to } = child;
      if (unread.has(name) || (inLink && (name === 'URL' || name === 'LinkLabel'))) put(from, to, '');
      else if (name === 'Escape') put(from, from + 1, '');
      else if (name === 'Entity') put(from, to, entities[source.slice(from, to)] ?? '');
      else walk(child);
    }
  };
  walk(parsed(source).top);
  return pieces.join('') + source.slice(at);
}

/** A piece of the page's text, and for each of its letters the offset in the source; -1 for blanks and what is not from there. */
export type Piece = { node: Text; at: Int32Array };

/** A letter that is not found so near is none of the source. */
const mostAhead = 2000;

/** The letters of a formatted text and where they stand in its source, in order. */
export function lettersOf(shown: Element, source: string): Piece[] {
  const text = readable(source);
  const walker = document.createTreeWalker(shown, NodeFilter.SHOW_TEXT);
  const pieces: Piece[] = [];
  let from = 0;
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    const at = new Int32Array(node.length).fill(-1);
    pieces.push({ node, at });
    if (node.parentElement?.closest('[data-own-words], button') !== null) continue;
    for (let index = 0; index < node.length; index += 1) {
      const letter = node.data.charAt(index);
      if (/\s/.test(letter)) continue;
      const found = text.indexOf(letter, from);
      if (found < 0 || found > from + mostAhead) continue;
      at[index] = found;
      from = found + 1;
    }
  }
  return pieces;
}

/** What of the page shows a range of the source; undefined when nothing does. */
export function rangeOf(pieces: readonly Piece[], from: number, to: number): Range | undefined {
  const range = document.createRange();
  let begun = false;
  for (const { node, at } of pieces)
    for (const [index, offset] of at.entries()) {
      if (offset < from || offset >= to) continue;
      if (!begun) range.setStart(node, index);
      range.setEnd(node, index + 1);
      begun = true;
    }
  return begun ? range : undefined;
}

/** The range of the source that a selection of the page shows; undefined when it holds no letter of it. */
export function sourceRange(pieces: readonly Piece[], selected: Range): { from: number; to: number } | undefined {
  let range: { from: number; to: number } | undefined;
  for (const { node, at } of pieces) {
    if (!selected.intersectsNode(node)) continue;
    const start = selected.startContainer === node ? selected.startOffset : 0;
    const end = selected.endContainer === node ? selected.endOffset : node.length;
    for (const offset of at.subarray(start, end))
      if (offset >= 0) range = { from: range?.from ?? offset, to: offset + 1 };
  }
  return range;
}

const inline = new Set(['StrongEmphasis', 'Emphasis', 'Strikethrough', 'InlineCode', 'Link']);

/** A range that cuts no bold word or link in two: what it cuts it takes in whole. */
export function uncut(source: string, range: { from: number; to: number }): { from: number; to: number } {
  if (source.length > mostFormatted) return range;
  let { from, to } = range;
  const walk = (node: SyntaxNode): void => {
    for (const child of childrenOf(node)) {
      if (child.to <= from || child.from >= to) continue;
      if (inline.has(child.name) && child.from < from !== child.to > to) {
        from = Math.min(from, child.from);
        to = Math.max(to, child.to);
      }
      walk(child);
    }
  };
  walk(parsed(source).top);
  return { from, to };
}
