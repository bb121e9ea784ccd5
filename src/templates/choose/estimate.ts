import { type Outline, wordsOf } from './outline.ts';

/** Headings of a document below its title, as keys in order; `title` when it has a single heading at the top. */
export type DocumentHeadings = { title: boolean; keys: readonly string[] };

/** Share of words two headings must have in common, and what such a pair counts: as in the full reading. */
const enough = 0.6;
const resemblance = 0.8;

/**
 * About the confidence a template can reach with a document, 0 to 1, from their headings alone: as if below every heading
 * in common everything were found. 0 when they share no heading. Sections known by their labels only are not seen.
 */
export function estimateConfidence(headings: DocumentHeadings, outline: Outline): number {
  const used = new Set<number>();
  let explained = 0;
  let similar = 0;
  let seen = outline.sections[0]?.weight ?? 0;
  const take = (index: number | undefined) => {
    if (index === undefined) return false;
    used.add(index);
    seen += outline.sections[index]?.weight ?? 0;
    return true;
  };
  const rest: string[] = [];
  for (const key of headings.keys) {
    const own = outline.byKey.get(key);
    if (own === undefined) rest.push(key);
    else if (take(own.find((index) => !used.has(index)))) explained++;
  }
  if (explained === 0) return 0;
  for (const key of rest) {
    if (used.size === outline.sections.length - 1) break;
    if (take(mostShared(key, outline, used))) similar++;
  }
  const all = headings.keys.length + (headings.title ? 1 : 0);
  const share = (explained + resemblance * similar + (headings.title ? 1 : 0)) / all;
  return Math.cbrt(Math.min(1, seen / Math.max(1, outline.total))) * share;
}

/** The free section whose heading shares most words, when that is enough. */
function mostShared(key: string, outline: Outline, used: ReadonlySet<number>): number | undefined {
  const words = wordsOf(key);
  const common = new Map<number, number>();
  for (const word of words)
    for (const index of outline.byWord.get(word) ?? [])
      if (!used.has(index)) common.set(index, (common.get(index) ?? 0) + 1);
  let best: number | undefined;
  let bestShare = enough;
  for (const [index, count] of common) {
    const share = count / Math.max(words.size, wordsOf(outline.sections[index]?.key ?? '').size);
    if (share >= bestShare && (best === undefined || share > bestShare)) [best, bestShare] = [index, share];
  }
  return best;
}
