import { clip, padEnd, widthOf, wrap } from './width.ts';
import { safe } from './safe.ts';
import type { Look, Style } from './style.ts';

/** A cell: its text and, optionally, how it looks. */
export type Cell = string | { text: string; look: Look };

/** Lines that the last column of a row may take. */
const mostLines = 4;

const textOf = (cell: Cell) => (typeof cell === 'string' ? cell : cell.text);

/**
 * Rows in aligned columns, two blanks apart, indented by two. The last column wraps at the terminal's edge, for a few lines.
 * @param columns width of the terminal
 */
export function table(rows: Cell[][], style: Style, columns: number): string {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const texts = rows.map((row) => row.map((cell) => safe(textOf(cell))));
  const widths = Array.from({ length: count }, (_, index) =>
    Math.min(40, Math.max(0, ...texts.map((row) => widthOf((row[index] ?? '').slice(0, 400))))),
  );
  const before = widths.slice(0, -1).reduce((sum, width) => sum + width + 2, 2);
  const room = Math.max(20, columns - before);
  const looked = (cell: Cell, text: string) =>
    typeof cell === 'string' || text === '' ? text : style(cell.look, text);
  const lines = rows.flatMap((row, index) => {
    const own = texts[index] ?? [];
    const cells = row.slice(0, count - 1).map((cell, column) => {
      const width = widths[column] ?? 0;
      return looked(cell, padEnd(clip(own[column] ?? '', width), width));
    });
    const last = row[count - 1];
    if (last === undefined) return [`  ${cells.join('  ')}`];
    const [first = '', ...more] = wrap(own[count - 1] ?? '', room, mostLines).map((text) => looked(last, text));
    return [`  ${[...cells, first].join('  ')}`, ...more.map((text) => ' '.repeat(before) + text)];
  });
  return lines.map((line) => `${line.trimEnd()}\n`).join('');
}
