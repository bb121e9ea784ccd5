/** A piece of a text, and the 1-based line it begins in. */
export type JsonPiece = { text: string; line: number };

/** Where the string that begins at `from` ends, or the text. */
function stringEnd(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at;
  }
  return text.length;
}

/**
 * Parts objects and lists that stand one after the other, over any number of lines, as `kubectl --watch` and Firehose write them.
 * Only brackets are looked at; the last piece may be cut off. Undefined when anything else stands between them.
 */
export function jsonPieces(text: string): JsonPiece[] | undefined {
  const pieces: JsonPiece[] = [];
  let depth = 0;
  let line = 1;
  let from = { at: 0, line };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (sign === '\n') line += 1;
    else if (sign === '{' || sign === '[') {
      if (depth === 0) from = { at, line };
      depth += 1;
    } else if (depth === 0) {
      if (sign.trim() !== '') return undefined;
    } else if (sign === '"') at = stringEnd(text, at);
    else if (sign === '}' || sign === ']') {
      depth -= 1;
      if (depth === 0) pieces.push({ text: text.slice(from.at, at + 1), line: from.line });
    }
  }
  if (depth > 0) pieces.push({ text: text.slice(from.at), line: from.line });
  return pieces;
}
