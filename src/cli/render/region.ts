import type { Finding } from '../../record/finding.ts';
import type { Place, Places } from '../../record/place.ts';
import type { PostmortemRecord } from '../../record/record.ts';
import { wordsAt } from './words.ts';

/** Where a finding stands: 1-based line and columns, in UTF-16 units of the source; `endColumn` is exclusive. */
export type Region = { line: number; column: number; endColumn: number; text: string };

/** A document's lines by number, found once. */
export type Lines = { start: (line: number) => number; text: (line: number) => string };

/** Indexes the lines of a source; LF, CRLF and CR all end one. */
export function linesOf(source: string): Lines {
  const starts = [0];
  for (const match of source.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  const start = (line: number) => starts[line - 1] ?? source.length;
  return { start, text: (line) => source.slice(start(line), start(line + 1)).replace(/[\r\n]+$/, '') };
}

/** The path itself, then what it belongs to: `actions[3].due`, `actions[3]`. */
function* pathsUpward(path: string): Generator<string> {
  for (let current = path; current !== '';) {
    yield current;
    const cut = Math.max(current.lastIndexOf('.'), current.lastIndexOf('['));
    if (cut <= 0 || current[cut] === '[') return;
    current = current.slice(0, cut);
  }
}

function placeOf(finding: Finding, places: Places): Place | undefined {
  if (finding.path === undefined) return undefined;
  for (const path of pathsUpward(finding.path)) {
    const found = places.get(path);
    const place = found?.find(({ line }) => finding.line === undefined || line === finding.line);
    if (place !== undefined) return place;
  }
  return undefined;
}

/** Where the words of a finding's value stand, when its place is no narrower than the line that holds them. */
function narrow(finding: Finding, text: string, from: number, to: number, record: PostmortemRecord): [number, number] {
  const words = finding.path === undefined ? undefined : wordsAt(record, finding.path);
  const at = words === undefined || words === '' ? -1 : text.indexOf(words, from);
  return words === undefined || at < 0 || at + words.length > to ? [from, to] : [at, at + words.length];
}

/** What a region is found by: the places of a document's values, and the values themselves. */
export type Located = { places: Places; record: PostmortemRecord };

/** Where a finding stands in its document; undefined when it speaks of the document as a whole. */
export function regionOf(finding: Finding, lines: Lines, { places, record }: Located): Region | undefined {
  const place = placeOf(finding, places);
  const line = place?.line ?? finding.line;
  if (line === undefined) return undefined;
  const text = lines.text(line);
  const start = place === undefined ? text.length - text.trimStart().length : place.from - lines.start(line);
  const end = place === undefined ? text.trimEnd().length : Math.min(place.to - lines.start(line), text.length);
  const [from, to] = narrow(finding, text, Math.min(Math.max(start, 0), text.length), end, record);
  return { line, column: from + 1, endColumn: Math.max(to + 1, from + 2), text };
}
