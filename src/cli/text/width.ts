const segments = new Intl.Segmenter('en', { granularity: 'grapheme' });
const plain = /^[\x20-\x7e]*$/;
const wide = /^[\p{Emoji_Presentation}\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/u;

const graphemeWidth = (grapheme: string) => (wide.test(grapheme) || grapheme.includes('\ufe0f') ? 2 : 1);

/** Columns a text takes on a terminal: 2 for an emoji or a CJK letter, 1 for what is joined into one sign. */
export function widthOf(text: string): number {
  if (plain.test(text)) return text.length;
  let width = 0;
  for (const { segment } of segments.segment(text)) width += graphemeWidth(segment);
  return width;
}

/** Blanks after the text, up to `columns`. */
export const padEnd = (text: string, columns: number): string =>
  text + ' '.repeat(Math.max(0, columns - widthOf(text)));

/** The text in at most `columns`, its end replaced by `…` when something is cut. */
export function clip(text: string, columns: number): string {
  // Nothing wider than this can fit, so a line of 10 MB is never segmented as a whole.
  const start = text.slice(0, columns * 8);
  if (start.length === text.length && widthOf(text) <= columns) return text;
  let kept = '';
  let width = 0;
  for (const { segment } of segments.segment(start)) {
    width += graphemeWidth(segment);
    if (width > columns - 1) break;
    kept += segment;
  }
  return `${kept}…`;
}
