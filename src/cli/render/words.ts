import type { PostmortemRecord } from '../../record/record.ts';

/** The words of a document that a record path stands for: a leaf's text, a claim's text, an event's time as written. */
export function wordsAt(record: PostmortemRecord, path: string): string | undefined {
  let value: unknown = record;
  for (const [, key, index] of path.matchAll(/([^.[\]]{1,80})|\[(\d{1,9})\]/g)) {
    const name = key ?? index ?? '';
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return undefined;
  const { text, written, precision } = value as Record<string, unknown>;
  const words = precision === undefined ? text : written;
  return typeof words === 'string' ? words : undefined;
}
