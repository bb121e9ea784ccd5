/** Where JSON breaks: 1-based line where it is known, and whether the text just ends too early. */
export type JsonBreak = { line?: number; truncated: boolean };

/** Finds the place in `text` that V8's message speaks of: `at position N`, or a quoted piece around the token. */
export function locateBreak(message: string, text: string): JsonBreak {
  if (message.includes('end of JSON input')) return { line: lineAt(text.trimEnd(), text.length), truncated: true };
  const position = /at position (\d{1,15})/.exec(message)?.[1];
  if (position !== undefined) {
    const offset = Number(position);
    return { line: lineAt(text, offset), truncated: offset >= text.trimEnd().length };
  }
  const piece = /^Unexpected token .{1,4}, (?:\.\.\.)?"([\s\S]{1,80}?)"(?:\.\.\.)? is not valid JSON$/.exec(
    message,
  )?.[1];
  const at = piece === undefined ? -1 : text.indexOf(piece);
  // A piece that occurs twice does not tell which one is meant.
  if (piece === undefined || at === -1 || text.includes(piece, at + 1)) return { truncated: false };
  return { line: lineAt(text, at + Math.floor(piece.length / 2)), truncated: false };
}

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}
