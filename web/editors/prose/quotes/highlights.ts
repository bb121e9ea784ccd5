import type { Quoted } from './quoted.ts';

/** How words can be marked on the page without touching it; the style sheet says how each looks. */
const names = { comment: 'comment', suggestion: 'suggestion', active: 'active-comment' } as const;

function highlight(name: string): Highlight | undefined {
  if (typeof Highlight === 'undefined') return undefined;
  const known = CSS.highlights.get(name) ?? new Highlight();
  CSS.highlights.set(name, known);
  return known;
}

/** Marks ranges of the page as spoken of, until the function given back is called. */
export function markRanges(
  marked: readonly { found: Pick<Quoted, 'active' | 'suggests'>; range: Range }[],
): () => void {
  const done = marked.map(({ found: { active, suggests }, range }) => {
    const one = highlight(active ? names.active : suggests ? names.suggestion : names.comment);
    one?.add(range);
    return () => one?.delete(range);
  });
  return () => done.forEach((end) => end());
}
