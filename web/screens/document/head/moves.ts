import { fieldName } from '../../../parts/field-name.ts';

/** So many are named; of more, how many there are. */
const mostNamed = 6;

/** What a place of the record is called in a sentence: entries by their list, fields by their part and name. */
const nameOf = (path: string): string => fieldName(path.replace(/\[\d+\]$/, ''));

/** Names of what is in the first and not in the second, once each, and how many more there are. */
export function movedNames(paths: readonly string[], others: readonly string[]): { named: string[]; more: number } {
  const known = new Set(others.map(nameOf));
  const names = [...new Set(paths.map(nameOf))].filter((name) => !known.has(name));
  return { named: names.slice(0, mostNamed), more: Math.max(0, names.length - mostNamed) };
}
