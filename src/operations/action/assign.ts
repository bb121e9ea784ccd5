import { z } from 'zod';
import { retried } from '../save.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { loadFollowed } from './followed.ts';
import { requireFrom, saveStep, type Stepped } from './save-step.ts';
import { actionReference, Day, Owner, Stepped as Output, stepRoute, Words } from './step-schemas.ts';
import { tellOwner } from './tell-owner.ts';

const Input = z
  .strictObject({
    ...actionReference,
    owner: Owner.optional(),
    due: Day.optional(),
    /** Why the day moves, or somebody else does it. */
    reason: Words.optional(),
  })
  .refine(({ owner, due }) => owner !== undefined || due !== undefined, 'names neither owner nor due');
type Input = z.infer<typeof Input>;

export const assignAction: StoredOperation<Input, Stepped> = {
  name: 'action.assign',
  sentence: 'Give an open action to somebody else, or another day; also when its document is signed.',
  permission: 'action.follow',
  effect: 'write',
  input: Input,
  output: Output,
  route: stepRoute('assign'),
  run: (context, input) =>
    retried(async () => {
      const followed = await loadFollowed(context, input, 'action.follow');
      requireFrom(followed, 'assign');
      const { owner, due, reason: said } = input;
      const changes = await tellOwner(context, followed, { owner, due });
      return saveStep(context, followed, { step: 'assign', to: followed.stage, owner, due, said, changes });
    }),
};
