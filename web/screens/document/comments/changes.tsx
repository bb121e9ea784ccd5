import { useMemo } from 'react';
import { Pieces } from '../../history/diff/pieces.tsx';
import { wordDiff } from '../../history/diff/word-diff.ts';
import style from './card.module.css';

/** What a suggestion takes out and puts in. */
export function Changes({ before, after }: { before: string; after: string }) {
  const pieces = useMemo(() => wordDiff(before, after), [before, after]);
  return (
    <blockquote className={style.quote}>
      <Pieces pieces={pieces} />
    </blockquote>
  );
}
