/**
 * A look at many patterns in one go: gives the index of the first that matches a text, -1 when none does. Each pattern must span the
 * whole text (`^...$`) and have no groups and no flags; else this throws a TypeError.
 */
export function firstPattern(patterns: readonly RegExp[]): (text: string) => number {
  for (const { source, flags } of patterns)
    if (flags !== '' || !source.startsWith('^') || !source.endsWith('$') || /\((?!\?)/.test(source))
      throw new TypeError(`not a plain pattern of a whole text: ${source.slice(0, 60)}`);
  const any = new RegExp(patterns.map(({ source }) => `(${source})`).join('|'));
  return (text) => {
    const match = any.exec(text);
    return match === null ? -1 : match.indexOf(text, 1) - 1;
  };
}
