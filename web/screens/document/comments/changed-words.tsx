import { useMemo } from 'react';
import { Pieces } from '../../history/diff/pieces.tsx';
import { wordDiff } from '../../history/diff/word-diff.ts';

/** Both texts as one: what is taken out and what is put in, word by word. */
export function ChangedWords({ before, after }: { before: string; after: string }) {
  return <Pieces pieces={useMemo(() => wordDiff(before, after), [before, after])} />;
}
