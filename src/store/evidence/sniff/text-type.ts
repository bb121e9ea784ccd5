// NUL and control characters other than tab, line ends, form feed and escape (colours in logs) are no text.
const notText = /[\0-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]/;

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
}

/** Two lines or more, each an object of its own, as logs are exported. */
function isJsonLines(lines: string[]): boolean {
  const filled = lines.filter((line) => line.trim() !== '');
  return filled.length > 1 && filled.every((line) => line.startsWith('{') && isJson(line));
}

/**
 * The media type of text: JSON, JSON lines or plain; nothing when the bytes are no UTF-8 text.
 * HTML, SVG and scripts are plain text here, for they are never to run.
 * @param head the first bytes @param whole whether they are all of it; if not, the last line is left out of account
 */
export function textType(head: Uint8Array, whole: boolean): string | undefined {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: !whole });
  } catch {
    return undefined;
  }
  if (notText.test(text)) return undefined;
  const lines = text.split('\n');
  if (isJsonLines(whole ? lines : lines.slice(0, -1))) return 'application/x-ndjson';
  const json = whole ? isJson(text) : /^\s*(?:\{\s*"|\[\s*[{["\d])/.test(text);
  return json ? 'application/json' : 'text/plain; charset=utf-8';
}
