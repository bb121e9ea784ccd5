/** Words of a text that somebody speaks of: what they were, what stood around them, and at which offset (UTF-16 units). */
export type Quote = { text: string; before: string; after: string; from: number };

/** Where a quote stands now; `changed` when it reads differently there than it was quoted. */
export type FoundQuote = { from: number; to: number; changed: boolean };

/** So much of what stands around is kept with a quote. */
export const contextLength = 40;

const mostPlaces = 1000;
/** A longer quote speaks for itself; a shorter one is found again only where something around it is the same, too. */
const ownVoice = 24;
const leastContext = 6;

/** The quote of a range of a text, with what stands around it. */
export const quoteOf = (source: string, from: number, to: number): Quote => ({
  text: source.slice(from, to),
  before: source.slice(Math.max(0, from - contextLength), from),
  after: source.slice(to, to + contextLength),
  from,
});

function sharedEnd(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let count = 0;
  while (count < most && a.charCodeAt(a.length - 1 - count) === b.charCodeAt(b.length - 1 - count)) count += 1;
  return count;
}

function sharedStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let count = 0;
  while (count < most && a.charCodeAt(count) === b.charCodeAt(count)) count += 1;
  return count;
}

/** Every offset at which a text contains another, up to a limit. */
function* placesOf(source: string, text: string): Iterable<number> {
  let count = 0;
  for (let at = source.indexOf(text); at >= 0 && count < mostPlaces; at = source.indexOf(text, at + 1)) {
    yield at;
    count += 1;
  }
}

/** How much around an offset range is as it was around the quote. */
const around = (source: string, { before, after }: Quote, from: number, to: number): number =>
  sharedEnd(source.slice(Math.max(0, from - before.length), from), before) +
  sharedStart(source.slice(to, to + after.length), after);

/** Where the quote stands word for word, the place whose surroundings are most like it. */
function wordForWord(source: string, quote: Quote): FoundQuote | undefined {
  let best: { at: number; score: number } | undefined;
  for (const at of placesOf(source, quote.text)) {
    const score = around(source, quote, at, at + quote.text.length);
    const nearer = Math.abs(at - quote.from) < Math.abs((best?.at ?? Infinity) - quote.from);
    if (best === undefined || score > best.score || (score === best.score && nearer)) best = { at, score };
  }
  if (best === undefined) return undefined;
  const wanted = Math.min(leastContext, quote.before.length + quote.after.length);
  if (best.score < wanted && quote.text.length < ownVoice) return undefined;
  return { from: best.at, to: best.at + quote.text.length, changed: false };
}

/** The offset behind the last words of `before` nearest to `near`; the start of the text when nothing stood before. */
function endOf(source: string, before: string, near: number): number | undefined {
  if (before === '') return 0;
  for (const length of [before.length, 24, 12, leastContext]) {
    if (length > before.length) continue;
    const ends = [...placesOf(source, before.slice(-length))].map((at) => at + length);
    if (ends.length > 0) return ends.reduce((a, b) => (Math.abs(a - near) <= Math.abs(b - near) ? a : b));
  }
  return undefined;
}

/** The first offset from `from` on at which the first words of `after` stand; the end of the text when nothing stood behind. */
function startOf(source: string, after: string, from: number): number | undefined {
  if (after === '') return source.length;
  for (const length of [after.length, 24, 12, leastContext]) {
    const at = length > after.length ? -1 : source.indexOf(after.slice(0, length), from);
    if (at >= 0) return at;
  }
  return undefined;
}

/** Between what stood around the quote, when both are there and no more than a few times the quote lies between. */
function betweenContext(source: string, quote: Quote): FoundQuote | undefined {
  const { text, before, after } = quote;
  if (before.length + after.length < leastContext) return undefined;
  const from = endOf(source, before, quote.from);
  const to = from === undefined ? undefined : startOf(source, after, from);
  if (from === undefined || to === undefined || to - from > text.length * 3 + 80) return undefined;
  if (from === to) return text === '' ? { from, to, changed: false } : undefined;
  return { from, to, changed: true };
}

/**
 * Finds a quote in a text that may have changed since: word for word where it stands among the same words, or what stands in its
 * place between them. Undefined when it is gone: a short quote elsewhere is another one. An empty quote is a place between words.
 */
export const findQuote = (source: string, quote: Quote): FoundQuote | undefined =>
  (quote.text === '' ? undefined : wordForWord(source, quote)) ?? betweenContext(source, quote);
