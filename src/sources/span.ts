/** A stretch of a text that must not be kept, and what it is: `JWT`, `e-mail address`. */
export type Span = { start: number; end: number; kind: string };

/** Spans in their order; those that overlap become one, named by the one that starts first (of two, the one given first). */
export function joinSpans(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && span.start < last.end) last.end = Math.max(last.end, span.end);
    else joined.push({ ...span });
  }
  return joined;
}

/** The text with `(masked: KIND)` in place of each span. Spans are as `joinSpans` gives them. */
export function coverSpans(text: string, spans: readonly Span[]): string {
  const parts: string[] = [];
  let done = 0;
  for (const { start, end, kind } of spans) {
    parts.push(text.slice(done, start), `(masked: ${kind})`);
    done = end;
  }
  return parts.join('') + text.slice(done);
}
