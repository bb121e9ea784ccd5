import { membersOf, textOf } from '../lenient.ts';

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
]);

/**
 * The words of a text field: wiki text as it is, or of an Atlassian document (version 3 of the API) its texts, mentions and
 * links, a line per block. Undefined for anything else.
 */
export function documentText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (textOf(value, 'type') !== 'doc') return undefined;
  const parts: string[] = [];
  const walk = (node: unknown, depth: number): void => {
    if (depth > depthLimit || parts.length > partLimit) return;
    const type = textOf(node, 'type') ?? '';
    const { text, attrs, content } = membersOf(node);
    if (typeof text === 'string') parts.push(text);
    else if (type === 'hardBreak') parts.push('\n');
    else if (type === 'mention' || type === 'emoji' || type === 'status') parts.push(textOf(attrs, 'text') ?? '');
    else if (type === 'inlineCard' || type === 'blockCard') parts.push(textOf(attrs, 'url') ?? '');
    if (type === 'listItem') parts.push('- ');
    if (Array.isArray(content)) for (const child of content) walk(child, depth + 1);
    if (blocks.has(type)) parts.push('\n');
  };
  walk(value, 0);
  return parts
    .join('')
    .replace(/\n{2,}/g, '\n')
    .trim();
}
