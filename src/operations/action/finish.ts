import { z } from 'zod';
import { retried } from '../save.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { loadFollowed } from './followed.ts';
import { requireFrom, saveStep, type Stepped } from './save-step.ts';
import { actionReference, Stepped as Output, stepRoute, Words } from './step-schemas.ts';

const Input = z.strictObject({ ...actionReference, note: Words.optional() });
type Input = z.infer<typeof Input>;

export const finishAction: StoredOperation<Input, Stepped> = {
  name: 'action.finish',
  sentence: 'Say that an action is done; a person verifies it then.',
  permission: 'action.follow',
  effect: 'write',
  input: Input,
  output: Output,
  route: stepRoute('finish'),
  run: (context, input) =>
    retried(async () => {
      const followed = await loadFollowed(context, input, 'action.follow');
      requireFrom(followed, 'finish');
      return saveStep(context, followed, { step: 'finish', to: 'done', said: input.note });
    }),
};
