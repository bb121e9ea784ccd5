import { z } from 'zod';
import type { StoredOperation } from '../stored-operation.ts';
import { Hook, loadHooks } from './load.ts';

const Input = z.strictObject({});
const Hooks = z.object({ items: z.array(Hook) });

export const listHooks: StoredOperation<z.infer<typeof Input>, z.infer<typeof Hooks>> = {
  name: 'hook.list',
  sentence: 'List the addresses that other systems deliver to, with what came and when last; never the addresses.',
  permission: 'hook.see',
  effect: 'read',
  input: Input,
  output: Hooks,
  route: { method: 'GET', path: '/hooks' },
  run: async (context) => ({ items: await loadHooks(context) }),
};
