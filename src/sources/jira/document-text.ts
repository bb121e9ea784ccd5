import { readEpoch } from '../epoch.ts';
import { formatInstant } from '../instant.ts';
import { memberOf, membersOf, textOf } from '../lenient.ts';

/** Deeper and longer than any document a person writes; what is beyond stays in the evidence. */
const depthLimit = 60;
const partLimit = 20_000;

const blocks: ReadonlySet<string> = new Set([
  'paragraph',
  'heading',
  'listItem',
  'codeBlock',
  'blockquote',
  'tableRow',
  'panel',
  'rule',
  'taskItem',
  'decisionItem',
]);

const items: ReadonlySet<string> = new Set(['listItem', 'taskItem', 'decisionItem']);

/** Where a linked text leads, unless it is the address itself. */
function linkOf(text: string, marks: unknown): string {
  const link = (Array.isArray(marks) ? marks : []).find((mark) => textOf(mark, 'type') === 'link');
  const href = textOf(memberOf(link, 'attrs'), 'href');
  return href === undefined || href === text ? '' : ` (${href})`;
}

/** The words of a node without content: a mention, a card, a date. */
function wordsOf(type: string, attrs: unknown): string {
  if (type === 'hardBreak') return '\n';
  if (type === 'mention' || type === 'emoji' || type === 'status') return textOf(attrs, 'text') ?? '';
  if (type === 'inlineCard' || type === 'blockCard' || type === 'embedCard') return textOf(attrs, 'url') ?? '';
  if (type === 'expand' || type === 'nestedExpand') return `${textOf(attrs, 'title') ?? ''}\n`;
  const dateMs = type === 'date' ? readEpoch(memberOf(attrs, 'timestamp')) : undefined;
  return dateMs === undefined ? '' : formatInstant(dateMs).slice(0, 10);
}

/**
 * The words of a text field: wiki text as it is, or of an Atlassian document (version 3 of the API) its texts, mentions,
 * dates and links, a line per block. Undefined for anything else.
 */
export function documentText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (textOf(value, 'type') !== 'doc') return undefined;
  const parts: string[] = [];
  const walk = (node: unknown, depth: number): void => {
    if (depth > depthLimit || parts.length > partLimit) return;
    const type = textOf(node, 'type') ?? '';
    const { text, marks, attrs, content } = membersOf(node);
    if (typeof text === 'string') parts.push(text, linkOf(text, marks));
    else parts.push(wordsOf(type, attrs));
    if (items.has(type)) parts.push('- ');
    if (Array.isArray(content)) for (const child of content) walk(child, depth + 1);
    if (blocks.has(type)) parts.push('\n');
  };
  walk(value, 0);
  return parts
    .join('')
    .replace(/\n{2,}/g, '\n')
    .trim();
}
