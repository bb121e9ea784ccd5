import { memberLines } from '../member-lines.ts';
import type { Alert } from './schema.ts';

/** What an alert says of itself when it is created: description, details by name, tags. One paragraph each. */
export function particulars({ description, details, tags }: Pick<Alert, 'description' | 'details' | 'tags'>): string {
  const named = tags.filter((tag) => typeof tag === 'string' && tag.trim() !== '').join(', ');
  return [description?.trim(), memberLines(details, 1), named && `Tags: ${named}`].filter(Boolean).join('\n\n');
}
