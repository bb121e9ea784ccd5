import { cleanText } from './clean.ts';
import { secretShapes } from './secrets.ts';
import { seenClean } from './seen-clean.ts';
import { coverSpans, joinSpans, type Span } from './span.ts';

/** What stands where something was masked: `(masked: JWT)`. */
const masked = '(masked:';

/** Where the secrets of a text are, by their shapes. What is masked already is none. */
export function secretSpans(text: string): Span[] {
  const spans: Span[] = [];
  for (const { name, pattern, accept } of secretShapes) {
    // Most texts hold none: asking first is several times quicker than an iterator over no match.
    if (text.search(pattern) === -1) continue;
    for (const match of text.matchAll(pattern)) {
      const [whole, kept, separator, value] = match;
      const end = match.index + whole.length;
      if (kept === undefined || separator === undefined || value === undefined) {
        if (!accept || accept(whole, '')) spans.push({ start: match.index, end, kind: name });
      } else if (!value.startsWith(masked) && (!accept || accept(value, separator))) {
        const start = match.index + kept.length + separator.length;
        spans.push({ start, end: start + value.length, kind: name });
      }
    }
  }
  return joinSpans(spans);
}

const clean = seenClean();

/** Replaces secrets in a text and counts them. Masking a masked text changes nothing. */
export function maskSecrets(text: string): { text: string; masked: number } {
  if (clean.has(text)) return { text, masked: 0 };
  const spans = secretSpans(text);
  if (spans.length > 0) return { text: coverSpans(text, spans), masked: spans.length };
  clean.add(text);
  return { text, masked: 0 };
}

/** Cleans and masks every text of a value (objects, lists) in place of copies, and counts. For readings, whose depth is bounded. */
export function maskAll<T>(value: T): { value: T; masked: number } {
  let count = 0;
  const walk = (part: unknown): unknown => {
    if (typeof part === 'string') {
      const result = maskSecrets(cleanText(part));
      count += result.masked;
      return result.text;
    }
    if (Array.isArray(part)) return part.map(walk);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, child]) => [key, walk(child)]));
  };
  return { value: walk(value) as T, masked: count };
}
