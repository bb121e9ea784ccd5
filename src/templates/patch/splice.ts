import type { View } from '../../markdown/view.ts';

/** A replacement in the view: `text` with LF line ends stands in for what lies between the offsets. */
export type Edit = { from: number; to: number; text: string };

/** Applies edits to the original source, with its own line ends; everything else stays byte for byte. */
export function applyEdits(source: string, view: View, edits: readonly Edit[]): string {
  let out = source;
  for (const { from, to, text } of edits.toSorted((a, b) => b.from - a.from || b.to - a.to)) {
    const start = view.toSource(from);
    const end = to === from ? start : view.toSource(to, true);
    out = out.slice(0, start) + (view.eol === '\n' ? text : text.replace(/\n/g, view.eol)) + out.slice(end);
  }
  return out;
}

/** Start of the line of an offset. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Offset behind the line end of an offset. */
export function lineEnd(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  return newline < 0 ? text.length : newline + 1;
}
