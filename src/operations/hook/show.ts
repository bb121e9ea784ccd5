import { z } from 'zod';
import type { StoredOperation } from '../stored-operation.ts';
import { Hook, loadHook } from './load.ts';

const Input = z.strictObject({ hook: z.string().max(64) });

export const showHook: StoredOperation<z.infer<typeof Input>, Hook> = {
  name: 'hook.show',
  sentence: 'Show a hook: its source, what came, what was refused, and when the last delivery came.',
  permission: 'hook.see',
  effect: 'read',
  input: Input,
  output: Hook,
  route: { method: 'GET', path: '/hooks/{hook}' },
  run: (context, { hook }) => loadHook(context, hook),
};
