import { words } from '../../../words/index.ts';

/** What an entry is recognised by, in the order in which it is looked for. */
const labels = ['written', 'text', 'name', 'title', 'question', 'role', 'category', 'heading', 'value'];

/** A value of the record in words: a text as it is, an entry by what it is recognised by; empty for nothing. */
export function valueWords(value: unknown, path = ''): string {
  if (value === undefined || value === null) return '';
  if (path === 'status') return words.common.status[String(value)] ?? String(value);
  if (typeof value === 'string') return value;
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return value.map((one) => valueWords(one)).join(', ');
  const fields = value as Record<string, unknown>;
  const found = labels.flatMap((label) => (typeof fields[label] === 'string' ? [fields[label]] : []));
  return found.length === 0 ? JSON.stringify(value) : found.join(' · ');
}
