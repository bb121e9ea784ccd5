/** Remembers short texts in which nothing was found: in a storm the same names and sentences come thousands of times. */
export type SeenClean = { has: (text: string) => boolean; add: (text: string) => void };

/** Longer ones seldom come twice. */
const longest = 200;

/** Remembers twice `most` texts at the most: when that many are new, they become the old ones, and the old ones are forgotten. */
export function seenClean(most = 5000): SeenClean {
  let young = new Set<string>();
  let old = new Set<string>();
  return {
    has: (text) => text.length <= longest && (young.has(text) || old.has(text)),
    add: (text) => {
      if (text.length > longest) return;
      young.add(text);
      if (young.size < most) return;
      old = young;
      young = new Set();
    },
  };
}
