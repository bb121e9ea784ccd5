const open = '\uE000';
const close = '\uE001';

/**
 * Takes a form's own double braces out of the way, length kept: whatever a form writes as `{{ x }}` is text, never a
 * placeholder of ours. Characters of the private area that stand in are made blanks first.
 */
export function hideBraces(source: string): string {
  return source
    .replace(/[\uE000\uE001\u0000]/g, ' ')
    .replace(/\{{2,}/g, (run) => open.repeat(run.length))
    .replace(/\}{2,}/g, (run) => close.repeat(run.length));
}

/**
 * Writes the hidden braces so that a template does not take them for its own: `\{\{ x \}\}` in text, which renders the
 * same, and `{ { x } }` in code blocks, where a backslash would show.
 */
export function escapeBraces(text: string): string {
  let isCode = false;
  const lines = text.split('\n').map((line) => {
    if (/^\s{0,12}(?:```|~~~)/.test(line)) isCode = !isCode;
    if (!line.includes(open) && !line.includes(close)) return line;
    if (!isCode) return line.replaceAll(open, '\\{').replaceAll(close, '\\}');
    return line
      .replace(/\uE000+/g, (run) => '{ '.repeat(run.length).trimEnd())
      .replace(/\uE001+/g, (run) => '} '.repeat(run.length).trimEnd());
  });
  return lines.join('\n');
}

/** Gives hidden braces back, for showing a line of the form. */
export const showBraces = (text: string): string => text.replaceAll(open, '{').replaceAll(close, '}');
