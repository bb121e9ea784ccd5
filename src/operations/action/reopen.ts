import { z } from 'zod';
import { retried } from '../save.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { loadFollowed } from './followed.ts';
import { requireFrom, saveStep, type Stepped } from './save-step.ts';
import { actionReference, Stepped as Output, stepRoute, Words } from './step-schemas.ts';
import { reopenedStage } from './steps.ts';

const Input = z.strictObject({ ...actionReference, reason: Words.optional() });
type Input = z.infer<typeof Input>;

export const reopenAction: StoredOperation<Input, Stepped> = {
  name: 'action.reopen',
  sentence: 'Take an action a step back: what was done is committed again, what was committed or declined is proposed.',
  permission: 'action.follow',
  effect: 'write',
  input: Input,
  output: Output,
  route: stepRoute('reopen'),
  run: (context, input) =>
    retried(async () => {
      const followed = await loadFollowed(context, input, 'action.follow');
      requireFrom(followed, 'reopen');
      const to = reopenedStage(followed.stage, followed);
      return saveStep(context, followed, { step: 'reopen', to, said: input.reason });
    }),
};
