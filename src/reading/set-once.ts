import type { PostmortemRecord } from '../record/record.ts';

type Group = { [key: string]: Group | string | undefined };

/**
 * Sets a leaf of the record by its path (`impact.business.slaBreach`) unless it is stated already; true when it was set. The path
 * is one of the reader's own, never text of a document.
 */
export function setOnce(record: PostmortemRecord, path: string, value: string): boolean {
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let group = record as Group;
  for (const key of keys) group = (group[key] ??= {}) as Group;
  if (group[last] !== undefined) return false;
  group[last] = value;
  return true;
}
