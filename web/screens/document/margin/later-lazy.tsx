import { lazy, Suspense } from 'react';

// It stands below everything else, and is loaded when all of that is there.
const Loaded = lazy(async () => ({ default: (await import('./later.tsx')).Later }));

/** The last parts of the margin: what clocks run, how actions go on, who signed, and what is similar. */
export const Later = () => (
  <Suspense fallback={null}>
    <Loaded />
  </Suspense>
);
