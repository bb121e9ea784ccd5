import { z } from 'zod';
import { retried } from '../save.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { loadFollowed } from './followed.ts';
import { Proof, requireEvidence } from './proof.ts';
import { requireFrom, saveStep, type Stepped } from './save-step.ts';
import { actionReference, Stepped as Output, stepRoute } from './step-schemas.ts';

const Input = z.strictObject({ ...actionReference, proof: Proof });
type Input = z.infer<typeof Input>;

export const verifyAction: StoredOperation<Input, Stepped> = {
  name: 'action.verify',
  sentence: 'Verify that a done action worked, with what shows it: a note, a link, or evidence of the incident.',
  permission: 'action.decide',
  effect: 'write',
  input: Input,
  output: Output,
  route: stepRoute('verify'),
  run: (context, input) =>
    retried(async () => {
      const followed = await loadFollowed(context, input, 'action.decide');
      requireFrom(followed, 'verify');
      await requireEvidence(context, followed.incident.id, input.proof);
      return saveStep(context, followed, { step: 'verify', to: 'verified', proof: input.proof });
    }),
};
