import type { Span } from '../../markdown/blocks.ts';
import { findLabel } from '../outline/label.ts';
import type { LineAnchor } from '../template.ts';
import type { Found } from './found.ts';
import { matchPattern } from './match-line.ts';

/** Matches the lines of a code block: labelled lines and repeating ones. A list marker before a label is ignored. */
export function scanCode(
  text: string,
  anchors: readonly LineAnchor[],
  lines: readonly Span[],
  section: number,
  used: Set<number>,
): { found: Found[]; leftovers: Span[] } {
  const found: Found[] = [];
  const leftovers: Span[] = [];
  for (const line of lines) {
    if (line.from === line.to) continue;
    const one = matchCodeLine(text, anchors, line, used);
    if (one === undefined) leftovers.push(line);
    else {
      used.add(one.anchor);
      found.push({ ...one, section });
    }
  }
  return { found, leftovers };
}

function matchCodeLine(
  text: string,
  anchors: readonly LineAnchor[],
  line: Span,
  used: Set<number>,
): Omit<Found, 'section'> | undefined {
  const label = findLabel(text, line.from, line.to);
  for (const anchor of anchors) {
    const { pattern, collection } = anchor;
    const labelled = pattern.labelKey !== '';
    if (collection === undefined && used.has(anchor.id)) continue;
    if (labelled && label?.key !== pattern.labelKey) continue;
    const regions = matchPattern(text, pattern, line.from, line.to, labelled ? label : undefined, 'code');
    if (regions === undefined || (!labelled && regions.length < Math.min(2, pattern.slots.length))) continue;
    const one = { anchor: anchor.id, constants: anchor.constants, regions, start: line.from, end: line.to };
    return collection === undefined ? one : { ...one, collection };
  }
  return undefined;
}
