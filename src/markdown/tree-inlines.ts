import type { SyntaxNode } from '@lezer/common';
import { decodeEntity, decodeText } from './entity.ts';
import { type InlineNode, inlineText } from './tree-nodes.ts';

/** Addresses of reference links by label, as in `[label]: address "title"`. */
export type References = Map<string, { url: string; title: string }>;

/** What an inline reader needs to know about the document. */
export type Scope = { text: string; references: References };

/** Nesting of emphasis and links that is kept; what is deeper loses its marks but not its words. */
const maxDepth = 8;
const containers: Record<string, 'strong' | 'emphasis' | 'strike'> = {
  StrongEmphasis: 'strong',
  Emphasis: 'emphasis',
  Strikethrough: 'strike',
};
const silent = new Set([
  'EmphasisMark',
  'StrikethroughMark',
  'LinkMark',
  'CodeMark',
  'HeaderMark',
  'QuoteMark',
  'TaskMarker',
]);
const quiet = new Set(['Comment', 'ProcessingInstruction']);

/** The form in which labels of reference links are compared. */
export const referenceLabel = (label: string): string => label.replace(/\s+/g, ' ').trim().toLowerCase();

function pushText(into: InlineNode[], text: string): void {
  if (text === '') return;
  const last = into.at(-1);
  if (last?.type === 'text') last.text += text;
  else into.push({ type: 'text', text });
}

/** Code without its backticks: line ends are blanks, one blank at both ends is padding. */
function codeText(node: SyntaxNode, scope: Scope): string {
  const raw = scope.text.slice(node.from, node.to);
  const ticks = /^`+/.exec(raw)?.[0].length ?? 1;
  let text = raw.slice(ticks, -ticks).replace(/\n[ \t>]*/g, ' ');
  if (node.parent?.name === 'TableCell') text = text.replaceAll('\\|', '|');
  return text.length > 2 && text.startsWith(' ') && text.endsWith(' ') && text.trim() !== '' ? text.slice(1, -1) : text;
}

/** A link holds no other link: of an address within it only the words stay. */
function unlinked(nodes: InlineNode[]): InlineNode[] {
  return nodes.flatMap((node): InlineNode[] => {
    if (node.type === 'link') return unlinked(node.children);
    return 'children' in node ? [{ ...node, children: unlinked(node.children) }] : [node];
  });
}

function linkOrImage(node: SyntaxNode, scope: Scope, depth: number): InlineNode[] {
  const image = node.name === 'Image';
  const marks = node.getChildren('LinkMark');
  const close = marks[1]?.from ?? node.to;
  const children = readInlines(node, scope, depth + 1, (marks[0] ?? node).to, close);
  // An address that is the text of the link is a URL too; the target stands after the bracket.
  const written = node.getChildren('URL').find((url) => url.from > close) ?? null;
  const label = node.getChild('LinkLabel');
  const title = node.getChild('LinkTitle');
  let target: { url: string; title: string } | undefined;
  if (written !== null || marks.length > 2) {
    const url = written === null ? '' : scope.text.slice(written.from, written.to).replace(/^<([^]*)>$/, '$1');
    target = {
      url: decodeText(url),
      title: title === null ? '' : decodeText(scope.text.slice(title.from + 1, title.to - 1)),
    };
  } else {
    const named = label === null ? '' : scope.text.slice(label.from + 1, label.to - 1);
    const key = named.trim() === '' ? scope.text.slice((marks[0] ?? node).to, close) : named;
    target = scope.references.get(referenceLabel(key));
  }
  if (target === undefined) {
    // Brackets that name no address are words: `[hint]`, `[x]`, `[^1]`.
    const tail = scope.text.slice(close, node.to);
    return [{ type: 'text', text: image ? '![' : '[' }, ...children, { type: 'text', text: tail }];
  }
  return [
    image
      ? { type: 'image', ...target, alt: inlineText(children) }
      : { type: 'link', ...target, children: unlinked(children) },
  ];
}

function autolink(node: SyntaxNode, scope: Scope): InlineNode {
  const text = scope.text.slice(node.from, node.to).replace(/^<([^]*)>$/, '$1');
  const scheme = /^[a-z][a-z\d+.-]{1,31}:/i.test(text) ? '' : text.includes('@') ? 'mailto:' : 'https://';
  return { type: 'link', url: scheme + text, title: '', children: [{ type: 'text', text }] };
}

function readOne(node: SyntaxNode, scope: Scope, depth: number, into: InlineNode[]): void {
  const { name } = node;
  const raw = () => scope.text.slice(node.from, node.to);
  const container = containers[name];
  if (silent.has(name) || quiet.has(name)) return;
  if (container !== undefined) {
    const children = readInlines(node, scope, depth + 1);
    if (depth >= maxDepth) pushText(into, inlineText(children));
    else into.push({ type: container, children });
  } else if (name === 'Escape') pushText(into, raw().slice(1));
  else if (name === 'Entity') pushText(into, decodeEntity(raw()));
  else if (name === 'HardBreak') into.push({ type: 'break' });
  else if (name === 'InlineCode') into.push({ type: 'code', text: codeText(node, scope) });
  else if (name === 'Autolink' || name === 'URL') into.push(autolink(node, scope));
  else if (name === 'HTMLTag')
    into.push(/^<br\s*\/?>$/i.test(raw()) ? { type: 'break' } : { type: 'html', text: raw() });
  else if (name === 'Link' || name === 'Image') {
    const nodes = depth >= maxDepth ? [{ type: 'text', text: raw() } as const] : linkOrImage(node, scope, depth);
    for (const each of nodes) {
      if (each.type === 'text') pushText(into, each.text);
      else into.push(each);
    }
  } else pushText(into, raw());
}

/** A line end within a paragraph is a blank, and so are the blanks and quote marks around it. */
const soften = (text: string): string => text.replace(/[ \t]*\n[ \t>]*/g, '\n');

/** The running text below `node`, between two offsets (all of it when absent). A soft line end stays as `\n`. */
export function readInlines(node: SyntaxNode, scope: Scope, depth = 0, from = node.from, to = node.to): InlineNode[] {
  const into: InlineNode[] = [];
  if (depth > 4 * maxDepth) return [{ type: 'text', text: scope.text.slice(from, to) }];
  let at = from;
  for (
    let child = node.childAfter(from - 1) ?? node.firstChild;
    child !== null && child.from < to;
    child = child.nextSibling
  ) {
    if (child.from < at) continue;
    pushText(into, soften(scope.text.slice(at, child.from)));
    readOne(child, scope, depth, into);
    at = child.to;
  }
  pushText(into, soften(scope.text.slice(at, to)));
  return into;
}
