/** Whom owners are, as lines of `name = account`. */
export const accountLines = (accounts: Record<string, string>): string =>
  Object.entries(accounts)
    .map(([name, account]) => `${name} = ${account}`)
    .join('\n');

/** The same, read again; undefined when a line is none. */
export function accountsIn(text: string): Record<string, string> | undefined {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const pairs = lines.map((line) => /^\s*(.+?)\s*=\s*(\S.*?)\s*$/.exec(line));
  if (pairs.some((pair) => pair === null)) return undefined;
  return Object.fromEntries(pairs.map((pair) => [pair?.[1] ?? '', pair?.[2] ?? '']));
}
