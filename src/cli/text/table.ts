import { clip, padEnd, widthOf } from './width.ts';
import { safe } from './safe.ts';
import type { Look, Style } from './style.ts';

/** A cell: its text and, optionally, how it looks. */
export type Cell = string | { text: string; look: Look };

const textOf = (cell: Cell) => (typeof cell === 'string' ? cell : cell.text);

/**
 * Rows in aligned columns, two blanks apart, indented by two. The last column is cut at the terminal's edge.
 * @param columns width of the terminal
 */
export function table(rows: Cell[][], style: Style, columns: number): string {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const texts = rows.map((row) => row.map((cell) => safe(textOf(cell))));
  const widths = Array.from({ length: count }, (_, index) =>
    Math.min(40, Math.max(0, ...texts.map((row) => widthOf((row[index] ?? '').slice(0, 400))))),
  );
  const before = widths.slice(0, -1).reduce((sum, width) => sum + width + 2, 2);
  const lines = rows.map((row, index) => {
    const cells = row.map((cell, column) => {
      const last = column === count - 1;
      const limit = last ? Math.max(20, columns - before) : (widths[column] ?? 0);
      const text = clip(texts[index]?.[column] ?? '', limit);
      const padded = last ? text : padEnd(text, limit);
      return typeof cell === 'string' ? padded : style(cell.look, padded);
    });
    return `  ${cells.join('  ')}`.trimEnd();
  });
  return lines.map((line) => `${line}\n`).join('');
}
