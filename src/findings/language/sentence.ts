/** A sentence of a text, with its offset. */
export type Sentence = { text: string; from: number };

const longest = 600;
const end = /[.!?](?=\s|$)|\n\s*\n|\n(?=\s*(?:[-*+]|\d+\.)\s)/g;

/** The sentence (or list item) around an offset, at most 600 characters to each side. */
export function sentenceAt(text: string, offset: number): Sentence {
  const low = Math.max(0, offset - longest);
  const before = text.slice(low, offset);
  let from = low;
  for (const match of before.matchAll(end)) from = low + match.index + match[0].length;
  const after = text.slice(offset, offset + longest);
  const stop = after.matchAll(end).next().value;
  const to = offset + (stop === undefined ? after.length : stop.index + (stop[0].startsWith('\n') ? 0 : 1));
  const raw = text.slice(from, to);
  const lead = /^\s*(?:(?:[-*+]|\d{1,3}\.)\s+)?/.exec(raw)?.[0].length ?? 0;
  return { text: raw.slice(lead).trimEnd(), from: from + lead };
}

/** Is the offset inside quotation marks or code of its sentence? Then the words are somebody else's. */
export function isQuoted(sentence: Sentence, offset: number): boolean {
  const before = sentence.text.slice(0, Math.max(0, offset - sentence.from));
  const count = (mark: RegExp) => before.match(mark)?.length ?? 0;
  return count(/"/g) % 2 === 1 || count(/`/g) % 2 === 1 || count(/[“„«]/g) > count(/[”»]/g);
}
