import { z } from 'zod';
import type { StoredOperation } from '../stored-operation.ts';
import { loadServices, Watched, watchedOf } from './load.ts';

const Input = z.strictObject({});
const Output = z.object({ items: z.array(Watched) });

export const listServices: StoredOperation<z.infer<typeof Input>, z.infer<typeof Output>> = {
  name: 'service.list',
  sentence: 'List the services that are watched: where, by which queries, invariants and circuit breakers.',
  permission: 'service.see',
  effect: 'read',
  input: Input,
  output: Output,
  route: { method: 'GET', path: '/services' },
  run: async (context) => ({ items: (await loadServices(context)).map(watchedOf) }),
};
