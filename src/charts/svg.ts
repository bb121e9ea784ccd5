const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** What XML 1.0 cannot hold, and characters that re-order text. */
// eslint-disable-next-line no-control-regex
const forbidden =
  /[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Text for SVG content and attributes. */
export const escapeXml = (text: string): string =>
  text.replace(forbidden, ' ').replace(/[&<>"']/g, (each) => entities[each] ?? each);

/** One element. Numbers are rounded to a tenth of a unit, so that equal input gives equal bytes everywhere. */
export function element(name: string, attributes: Record<string, string | number>, content = ''): string {
  const written = Object.entries(attributes).map(([key, value]) => {
    const text = typeof value === 'number' ? String(Math.round(value * 10) / 10) : escapeXml(value);
    return ` ${key}="${text}"`;
  });
  return content === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${content}</${name}>`;
}

/** Width of text in a common sans-serif face, in units of the drawing; errs to the wide side. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const character of text) {
    if (/[ -~]/.test(character))
      width += /[MWmw@%]/.test(character) ? 0.9 : /[ .,:;'|!iljtfIr()[\]-]/.test(character) ? 0.36 : 0.6;
    else width += character > '\u2E80' ? 1.05 : 0.66;
  }
  return width * size;
}

/** Text cut with an ellipsis so that it fits a width. */
export function fit(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  const characters = [...text];
  let used = textWidth('…', size);
  let count = 0;
  for (const character of characters) {
    used += textWidth(character, size);
    if (used > width) break;
    count++;
  }
  return `${characters.slice(0, count).join('').trimEnd()}…`;
}
