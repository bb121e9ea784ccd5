/** One piece of running text. `text` never holds Markdown marks; entities and escapes are already decoded. */
export type InlineNode =
  | { type: 'text'; text: string }
  | { type: 'strong' | 'emphasis' | 'strike'; children: InlineNode[] }
  | { type: 'code'; text: string }
  /** `url` as written, decoded, and not yet judged: every writer asks `safeLink`. */
  | { type: 'link'; url: string; title: string; children: InlineNode[] }
  | { type: 'image'; url: string; title: string; alt: string }
  | { type: 'break' }
  /** An HTML tag as it was typed. Shown as text, never obeyed. */
  | { type: 'html'; text: string };

/** One list item. `checked` only when it has a checkbox. */
export type ItemNode = { checked?: boolean; children: BlockNode[] };

/** One line of a header such as `**Severity**: High`. */
export type Fact = { label: string; value: InlineNode[] };

/** How a table column is aligned; empty when the document does not say. */
export type Alignment = '' | 'left' | 'center' | 'right';

/** One block of a document, as plain JSON without offsets. */
export type BlockNode =
  | { type: 'heading'; level: number; children: InlineNode[] }
  | { type: 'paragraph'; children: InlineNode[] }
  /** A paragraph made of two or more `**Label**: value` lines. */
  | { type: 'facts'; facts: Fact[] }
  | { type: 'list'; ordered: boolean; start: number; tight: boolean; items: ItemNode[] }
  /** Rows may be shorter than the header; the missing cells are empty. */
  | { type: 'table'; align: Alignment[]; header: InlineNode[][]; rows: InlineNode[][][] }
  | { type: 'fence'; info: string; text: string }
  | { type: 'quote'; children: BlockNode[] }
  | { type: 'rule' }
  /** A block of HTML as it was typed. Shown as text, never obeyed. */
  | { type: 'html'; text: string };

/** The words of running text, without marks; a break is a blank. */
export function inlineText(nodes: InlineNode[]): string {
  return nodes
    .map((node) => {
      if ('children' in node) return inlineText(node.children);
      if (node.type === 'image') return node.alt;
      return node.type === 'break' ? ' ' : node.text;
    })
    .join('');
}
