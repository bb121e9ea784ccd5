import { storedContext } from '../../src/http/stored-context.ts';
import type { Surroundings } from '../../src/http/surroundings.ts';
import { systemActor } from '../../src/operations/access/actor.ts';
import type { StoredContext } from '../../src/operations/stored-operation.ts';

/** The context of jobs, at the moment that `around.now` gives. */
export const jobContext = (around: Surroundings) => (): Promise<StoredContext> =>
  storedContext(around, systemActor, around.now());
