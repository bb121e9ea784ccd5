import { lazy, Suspense } from 'react';
import { Following } from '../follow/following.tsx';
import { Clocks } from './clocks.tsx';
import { Signoffs } from './signoffs.tsx';

const Similar = lazy(async () => ({ default: (await import('../similar/similar.tsx')).Similar }));

/** The last parts of the margin. */
export const Later = () => (
  <>
    <Clocks />
    <Following />
    <Signoffs />
    <Suspense fallback={null}>
      <Similar />
    </Suspense>
  </>
);
