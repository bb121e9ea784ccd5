import type { DiffLine } from '../../../../src/operations/versions/diff-lines.ts';
import { type Piece, wordDiff } from './word-diff.ts';

/** A line of a comparison with the words in it that differ. */
export type ShownLine = { kind: DiffLine['kind']; pieces: Piece[] };

/** Lines of which less than this share is the same are shown whole: marking single words in them reads worse. */
const leastAlike = 0.35;

function pieced(before: string, after: string): { removed: Piece[]; added: Piece[] } {
  const pieces = wordDiff(before, after);
  const same = pieces.reduce((sum, { kind, text }) => (kind === 'same' ? sum + text.length : sum), 0);
  if (same < leastAlike * Math.max(before.length, after.length))
    return { removed: [{ kind: 'removed', text: before }], added: [{ kind: 'added', text: after }] };
  return {
    removed: pieces.filter(({ kind }) => kind !== 'added'),
    added: pieces.filter(({ kind }) => kind !== 'removed'),
  };
}

/** Pairs each removed line of a run with the added one that took its place, and marks the words that differ. */
export function shownLines(lines: readonly DiffLine[]): ShownLine[] {
  const shown: ShownLine[] = [];
  for (let at = 0; at < lines.length;) {
    const run = (kind: DiffLine['kind'], from: number) => {
      let to = from;
      while (lines[to]?.kind === kind) to += 1;
      return lines.slice(from, to).map(({ text }) => text);
    };
    const line = lines[at] as DiffLine;
    if (line.kind === 'same') {
      shown.push({ kind: 'same', pieces: [{ kind: 'same', text: line.text }] });
      at += 1;
      continue;
    }
    const removed = run('removed', at);
    const added = run('added', at + removed.length);
    const pairs = removed.map((text, index) => (added[index] === undefined ? undefined : pieced(text, added[index])));
    for (const [index, text] of removed.entries())
      shown.push({ kind: 'removed', pieces: pairs[index]?.removed ?? [{ kind: 'removed', text }] });
    for (const [index, text] of added.entries())
      shown.push({ kind: 'added', pieces: pairs[index]?.added ?? [{ kind: 'added', text }] });
    at += removed.length + added.length;
  }
  return shown;
}
