import { lazy, Suspense } from 'react';
import style from './card.module.css';

// Few documents have a suggestion that waits.
const ChangedWords = lazy(async () => ({ default: (await import('./changed-words.tsx')).ChangedWords }));

/** What a suggestion takes out and puts in; what it puts in alone, until both can be compared. */
export const Changes = (texts: { before: string; after: string }) => (
  <blockquote className={style.quote}>
    <Suspense fallback={texts.after}>
      <ChangedWords {...texts} />
    </Suspense>
  </blockquote>
);
