import { safe } from '../text/safe.ts';
import type { Look, Style } from '../text/style.ts';
import { clip, widthOf } from '../text/width.ts';
import type { Region } from './region.ts';

/** Units of source kept before the marked place when a line is too long to show from its start. */
const context = 30;

/** The offending line with its place underlined, as a compiler shows it; a long line is cut around the place. */
export function excerpt(region: Region, look: Look, style: Style, columns: number): string {
  const gutter = String(region.line);
  const room = Math.max(30, columns - gutter.length - 3);
  const from = region.column - 1;
  const shift =
    widthOf(safe(region.text.slice(0, Math.min(from, room * 2)))) + 8 > room ? Math.max(0, from - context) : 0;
  const lead = shift > 0 ? '…' : '';
  const before = lead + safe(region.text.slice(shift, from));
  const line = clip(before + safe(region.text.slice(from, from + room * 8)), room);
  const marked = widthOf(safe(region.text.slice(from, Math.min(region.endColumn - 1, from + room))));
  const carets = '^'.repeat(Math.max(1, Math.min(marked, room - widthOf(before))));
  const blank = ' '.repeat(gutter.length);
  const bar = style('frame', '|');
  return [
    `${blank} ${bar}`,
    `${style('frame', gutter)} ${bar} ${line}`.trimEnd(),
    `${blank} ${bar} ${' '.repeat(widthOf(before))}${style(look, carets)}`,
    '',
  ].join('\n');
}
