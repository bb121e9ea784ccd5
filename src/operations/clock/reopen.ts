import { z } from 'zod';
import { HindcastError } from '../errors.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { changeMark, ClockInput } from './change-mark.ts';
import { ShownClock } from './shown.ts';

const Input = ClockInput.extend({
  /** What is taken back: that it was done, whether it applies, or when it began. */
  what: z.enum(['done', 'applies', 'begun']),
});
type Input = z.infer<typeof Input>;

export const reopenClock: StoredOperation<Input, ShownClock> = {
  name: 'clock.reopen',
  sentence: 'Take back what was said of a clock: that it was done, whether it applies, or when it began.',
  permission: 'clock.settle',
  effect: 'write',
  input: Input,
  output: ShownClock,
  route: { method: 'POST', path: '/incidents/{incident}/clocks/{clock}/reopen' },
  run: (context, { what, ...input }) =>
    changeMark(context, 'clock.reopen', input, ({ mark }) => {
      if (mark[what] === undefined) throw new HindcastError('clock.nothing');
      const { [what]: _, ...rest } = mark;
      return rest;
    }),
};
