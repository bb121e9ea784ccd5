import { memberOf, textOf } from '../lenient.ts';

/** What a program nests no deeper: a section in a list in rich text is three. */
const depthLimit = 6;
const noPreview = /^\[no preview available\]$/i;

const listOf = (value: unknown, name: string): unknown[] => {
  const list = memberOf(value, name);
  return Array.isArray(list) ? list : [];
};
const lines = (parts: (string | undefined)[]) => parts.filter((part) => part !== undefined && part !== '').join('\n');

/** The words of one block in Slack's markup. Buttons and fields to fill in are left out: "Resolve" on one states nothing. */
export function blockText(block: unknown, depth = 0): string {
  const type = textOf(block, 'type') ?? '';
  if (depth > depthLimit || type === 'actions' || type === 'input') return '';
  const elements = type === 'context' || type.startsWith('rich_text') ? listOf(block, 'elements') : [];
  const inner = elements.map((element) => inlineText(element) ?? blockText(element, depth + 1));
  // Pieces of one line follow each other; blocks, and the items of a list, stand below each other.
  const isLine = /^rich_text_(?:section|quote|preformatted)$/.test(type);
  return lines([
    textOf(memberOf(block, 'text'), 'text') ?? textOf(block, 'text'),
    ...listOf(block, 'fields').map((field) => textOf(field, 'text')),
    isLine ? inner.join('') : lines(inner),
  ]);
}

/** One piece of rich text as the same in markup; undefined for what holds others, or no words. */
function inlineText(element: unknown): string | undefined {
  const of = (name: string) => textOf(element, name) ?? '';
  const marked = (before: string, value: string, after: string) => (value === '' ? '' : before + value + after);
  switch (of('type')) {
    case 'text':
      return of('text');
    case 'link':
      return marked('<', [of('url'), of('text')].filter(Boolean).join('|'), '>');
    case 'user':
      return marked('<@', of('user_id'), '>');
    case 'channel':
      return marked('<#', of('channel_id'), '>');
    case 'broadcast':
      return marked('<!', of('range'), '>');
    case 'emoji':
      return marked(':', of('name'), ':');
    case 'date':
      return of('fallback');
    case 'button':
    case 'image':
      return '';
    default:
      return undefined;
  }
}

/** The words of an attachment, the form in which many bots write: its own, its fields, its blocks, else those for old clients. */
export function attachmentText(attachment: unknown): string {
  const own = ['pretext', 'title', 'text'].map((name) => textOf(attachment, name));
  const fields = listOf(attachment, 'fields').map((field) =>
    [textOf(field, 'title'), textOf(field, 'value')].filter((part) => part !== undefined).join(': '),
  );
  const words = lines([...own, ...fields, ...listOf(attachment, 'blocks').map((block) => blockText(block))]);
  const fallback = textOf(attachment, 'fallback') ?? '';
  return words === '' && !noPreview.test(fallback.trim()) ? fallback : words;
}
