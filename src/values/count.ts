import { findNumbers } from './number.ts';

/** How many: the first number that is no percentage (`~5,000 users`, `1.2M`); `none` and `zero` are 0. */
export function readCount(text: string): number | undefined {
  const found = findNumbers(text, 'count').find(({ to }) => !/^\s{0,2}[%％]/.test(text.slice(to, to + 3)));
  if (found !== undefined) return found.value;
  return /^\s{0,9}(?:none|zero|nil)(?![A-Za-z])/i.test(text) ? 0 : undefined;
}
