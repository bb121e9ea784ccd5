import { type BlockNode, type Fact, type InlineNode, inlineText } from './tree-nodes.ts';

/** Labels longer than this are sentences in bold. */
const longestLabel = 48;

function isLabel(node: InlineNode | undefined, next: InlineNode | undefined): boolean {
  if (node?.type !== 'strong') return false;
  const text = inlineText(node.children).trim();
  const colon = text.endsWith(':') || (next?.type === 'text' && /^[ \t]*:/.test(next.text));
  return colon && text.length <= longestLabel;
}

function flatten(nodes: InlineNode[]): InlineNode[] {
  return nodes.map((node) => {
    if ('children' in node) return { ...node, children: flatten(node.children) };
    return node.type === 'text' ? { type: 'text', text: node.text.replaceAll('\n', ' ') } : node;
  });
}

/**
 * Soft line ends become blanks, but a line that starts with a bold label starts a line: post-mortems write their headers
 * as `**Severity**: High` lines, which Markdown would join.
 */
function withLabelLines(nodes: InlineNode[]): InlineNode[] {
  const lines: InlineNode[] = [];
  nodes.forEach((node, index) => {
    const previous = nodes[index - 1];
    if (previous?.type === 'text' && previous.text.endsWith('\n') && isLabel(node, nodes[index + 1])) {
      lines.push({ type: 'break' });
    }
    const afterBreak = lines.at(-1)?.type === 'break' || lines.length === 0;
    lines.push(node.type === 'text' && afterBreak ? { type: 'text', text: node.text.replace(/^\s+/, '') } : node);
  });
  return flatten(lines).filter((node) => node.type !== 'text' || node.text !== '');
}

function factOf(line: InlineNode[]): Fact | undefined {
  const [first, ...value] = line;
  if (first?.type !== 'strong' || !isLabel(first, value[0])) return undefined;
  const label = inlineText(first.children).trim().replace(/:$/, '').trim();
  if (value[0]?.type === 'text') value[0] = { type: 'text', text: value[0].text.replace(/^[ \t]*:?[ \t]*/, '') };
  const last = value.at(-1);
  if (last?.type === 'text') value[value.length - 1] = { type: 'text', text: last.text.trimEnd() };
  return { label, value };
}

/** A paragraph, or the facts it lists when every one of its two or more lines starts with a bold label. */
export function paragraphOrFacts(inlines: InlineNode[]): BlockNode {
  const children = withLabelLines(inlines);
  const lines: InlineNode[][] = [[]];
  for (const node of children) {
    if (node.type === 'break') lines.push([]);
    else lines.at(-1)?.push(node);
  }
  const facts = lines.filter((line) => line.length > 0).map(factOf);
  const all = facts.length > 1 && facts.every((fact) => fact !== undefined);
  return all ? { type: 'facts', facts } : { type: 'paragraph', children };
}

/** Running text of one line: a heading or a table cell. */
export const oneLine = (inlines: InlineNode[]): InlineNode[] => withLabelLines(inlines);
