import { z } from 'zod';
import type { StoredOperation } from '../stored-operation.ts';
import { changeMark, ClockInput, saidBy } from './change-mark.ts';
import { ShownClock } from './shown.ts';

const Input = ClockInput.extend({
  applies: z.boolean(),
  /** Why, or why not. */
  reason: z.string().trim().min(1).max(2000),
});
type Input = z.infer<typeof Input>;

export const applyClock: StoredOperation<Input, ShownClock> = {
  name: 'clock.apply',
  sentence: 'Say whether a clock applies to an incident, with the reason.',
  permission: 'clock.settle',
  effect: 'write',
  input: Input,
  output: ShownClock,
  route: { method: 'POST', path: '/incidents/{incident}/clocks/{clock}/apply' },
  run: (context, { applies: yes, reason, ...input }) =>
    changeMark(context, 'clock.apply', input, ({ mark }) => ({
      ...mark,
      applies: { yes, reason, ...saidBy(context) },
    })),
};
