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

/** The text in lines of at most `columns`, broken at blanks; what does not fit in `mostLines` is cut with `…`. */
export function wrap(text: string, columns: number, mostLines: number): string[] {
  const lines: string[] = [];
  let rest = text.slice(0, columns * mostLines * 8);
  while (lines.length < mostLines - 1 && widthOf(rest) > columns) {
    const line = clip(rest, columns + 1).slice(0, -1);
    const blank = line.lastIndexOf(' ');
    const end = rest[line.length] === ' ' || blank < columns / 2 ? line.length : blank;
    lines.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return [...lines, clip(rest, columns)];
}
