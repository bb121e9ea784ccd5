import { safe } from '../text/safe.ts';
import type { Look, Style } from '../text/style.ts';
import { clip, widthOf } from '../text/width.ts';
import type { Lines, Region } from './region.ts';

/** How to lay an excerpt out: width of the line numbers, of the terminal, and the colours. */
export type Frame = { gutter: number; columns: number; style: Style };

/** Units of source kept before the marked place when a line is too long to show from its start. */
const context = 30;

const roomIn = ({ gutter, columns }: Frame) => Math.max(30, columns - gutter - 3);
const numbered = (line: number, text: string, { gutter, style }: Frame) =>
  `${style('frame', String(line).padStart(gutter))} ${style('frame', '|')} ${text}`.trimEnd();

/** The offending line with its place underlined, as a compiler shows it; a long line is cut around the place. */
export function excerpt(region: Region, look: Look, frame: Frame): string {
  const { gutter, style } = frame;
  const room = roomIn(frame);
  const from = region.column - 1;
  const fits = widthOf(safe(region.text.slice(0, Math.min(from, room * 2)))) + 8 <= room;
  const shift = fits ? 0 : Math.max(0, from - context);
  const before = (shift > 0 ? '…' : '') + safe(region.text.slice(shift, from));
  const line = clip(before + safe(region.text.slice(from, from + room * 8)), room);
  const marked = widthOf(safe(region.text.slice(from, Math.min(region.endColumn - 1, from + room))));
  const carets = '^'.repeat(Math.max(1, Math.min(marked, room - widthOf(before))));
  const empty = `${' '.repeat(gutter)} ${style('frame', '|')}`;
  const underline = `${empty} ${' '.repeat(widthOf(before))}${style(look, carets)}`;
  return `${empty}\n${numbered(region.line, line, frame)}\n${underline}\n`;
}

/** Other lines that prove a finding, below its excerpt. */
export function citedLines(numbers: number[], lines: Lines, frame: Frame): string {
  if (numbers.length === 0) return '';
  const { gutter, style } = frame;
  const room = roomIn(frame);
  const quoted = numbers.map(
    (line) => `${numbered(line, clip(safe(lines.text(line).slice(0, room * 8)), room), frame)}\n`,
  );
  return `${style('frame', '.'.repeat(gutter + 2))}\n${quoted.join('')}`;
}
