import { lazy, Suspense } from 'react';
import style from './card.module.css';

type Texts = { before: string; after: string };

/** What is put in, where both cannot be compared: the server has a newer app, or none answers. */
const Whole = ({ after }: Texts) => <>{after}</>;

// Few documents have a suggestion that waits.
const ChangedWords = lazy(() =>
  import('./changed-words.tsx').then(
    ({ ChangedWords: found }) => ({ default: found }),
    () => ({ default: Whole }),
  ),
);

/** What a suggestion takes out and puts in; what it puts in alone, until both can be compared. */
export const Changes = (texts: Texts) => (
  <blockquote className={style.quote}>
    <Suspense fallback={texts.after}>
      <ChangedWords {...texts} />
    </Suspense>
  </blockquote>
);
