/**
 * The offset in a source at which its formatted text was cut: what is read before the cut stands in the source in the same order,
 * with Markdown's own signs between, so each letter is looked for behind the one before it.
 */
export function offsetOf(source: string, before: string): number {
  let at = 0;
  for (const letter of before) {
    if (/\s/.test(letter)) continue;
    const found = source.indexOf(letter, at);
    if (found >= 0) at = found + letter.length;
  }
  return /\s$/.test(before) && /\s/.test(source[at] ?? '') ? at + 1 : at;
}

/** The offset in `source` of what stands at a point of the screen; undefined when that is no text of `shown`. */
export function placeInSource(shown: Element, source: string, x: number, y: number): number | undefined {
  const caret = document.caretPositionFromPoint?.(x, y);
  if (!caret || !shown.contains(caret.offsetNode)) return undefined;
  const range = document.createRange();
  range.setStart(shown, 0);
  range.setEnd(caret.offsetNode, caret.offset);
  return offsetOf(source, range.toString());
}
