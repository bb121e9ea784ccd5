/**
 * All matches of a global pattern in a text, in order. As `matchAll`, which makes a copy of the pattern at every call: too dear
 * where each line of a document is looked at. A pattern that is not global throws a TypeError.
 */
export function matchesOf(pattern: RegExp, text: string): RegExpExecArray[] {
  if (!pattern.global) throw new TypeError(`not a global pattern: ${pattern.source.slice(0, 60)}`);
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === '') pattern.lastIndex += 1;
  }
  return found;
}
