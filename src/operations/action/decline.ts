import { z } from 'zod';
import { retried } from '../save.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { loadFollowed } from './followed.ts';
import { requireFrom, saveStep, type Stepped } from './save-step.ts';
import { actionReference, Stepped as Output, stepRoute, Words } from './step-schemas.ts';

const Input = z.strictObject({ ...actionReference, reason: Words });
type Input = z.infer<typeof Input>;

export const declineAction: StoredOperation<Input, Stepped> = {
  name: 'action.decline',
  sentence: 'Decline an action, saying why it will not be done.',
  permission: 'action.decide',
  effect: 'write',
  input: Input,
  output: Output,
  route: stepRoute('decline'),
  run: (context, input) =>
    retried(async () => {
      const followed = await loadFollowed(context, input, 'action.decide');
      requireFrom(followed, 'decline');
      return saveStep(context, followed, { step: 'decline', to: 'declined', said: input.reason });
    }),
};
