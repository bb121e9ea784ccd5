const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/** Controls that HTML forbids or browsers drop, and characters that re-order what is read: shown as `[U+202E]`. */
// eslint-disable-next-line no-control-regex
const hidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/g;

/** `U+202E` of a character. */
export const codePointName = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Text for HTML content and quoted attributes. Never put the result in a script, a style or an unquoted attribute. */
export function escapeHtml(text: string): string {
  return text
    .replace(hidden, (each) => `[${codePointName(each)}]`)
    .replace(/[&<>"'`]/g, (each) => entities[each] ?? each);
}
