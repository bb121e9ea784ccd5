import { createRequire } from 'node:module';
import type * as Sources from '../../sources/index.ts';

let loaded: typeof Sources | undefined;

/** All sources and what reads with them. They come when the first is asked for: 12 MB that a server at rest does without. */
export const loadedSources = (): typeof Sources =>
  (loaded ??= createRequire(import.meta.url)('../../sources/index.ts') as typeof Sources);
