const open = '\uE000';
const close = '\uE001';

/**
 * Takes a form's own double braces out of the way, length kept: whatever a form writes as `{{ x }}` is text, never a
 * placeholder of ours. Characters of the private area that stand in are made blanks first.
 */
export function hideBraces(source: string): string {
  return source
    .replace(/[\uE000\uE001\u0000]/g, ' ')
    .replaceAll('{{', open + open)
    .replaceAll('}}', close + close);
}

/** Writes the hidden braces so that a template does not take them for its own: `{\{ x }\}`, the same when rendered. */
export const escapeBraces = (text: string): string =>
  text
    .replaceAll(open + open, '{\\{')
    .replaceAll(close + close, '}\\}')
    .replaceAll(open, '\\{')
    .replaceAll(close, '\\}');

/** Gives hidden braces back, for showing a line of the form. */
export const showBraces = (text: string): string => text.replaceAll(open, '{').replaceAll(close, '}');
