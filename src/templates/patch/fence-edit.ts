import type { Region } from '../read/found.ts';
import { lineStart } from './splice.ts';
import type { Edit } from './splice.ts';

/** New content for a code block, indented like the block, its marks lengthened where the content needs it. */
export function fenceEdit(view: string, region: Region, content: string): Edit {
  const openStart = lineStart(view, Math.max(0, region.from - 1));
  const openLine = view.slice(openStart, Math.max(openStart, region.from - 1));
  const indent = /^[ \t>]*/.exec(openLine)?.[0] ?? '';
  const mark = openLine.slice(indent.length, indent.length + 1);
  const marks = /^[`~]{3,}/.exec(openLine.slice(indent.length))?.[0] ?? '```';
  const lines = content.split('\n').map((line) => (line === '' ? '' : indent + line));
  let longest = marks.length - 1;
  for (const run of content.match(/[`~]{3,}/g) ?? []) if (run[0] === mark) longest = Math.max(longest, run.length);
  const body = lines.join('\n');
  const empty = region.from === region.to;
  if (longest < marks.length) {
    const closing = view.startsWith(indent + marks, region.from) || view.startsWith(marks, region.from);
    return { from: region.from, to: region.to, text: empty && closing && body !== '' ? `${body}\n` : body };
  }
  const long = mark.repeat(longest + 1);
  const closeStart = view.indexOf('\n', region.to) < 0 ? region.to : view.indexOf('\n', region.to) + 1;
  const closeFrom = closeStart + indent.length;
  const info = openLine.slice(indent.length + marks.length);
  return {
    from: openStart,
    to: closeFrom + marks.length,
    text: `${indent}${long}${info}\n${body}\n${indent}${long}`,
  };
}
