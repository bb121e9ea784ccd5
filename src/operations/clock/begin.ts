import { z } from 'zod';
import type { StoredOperation } from '../stored-operation.ts';
import { changeMark, ClockInput, requirePast, saidBy } from './change-mark.ts';
import { ShownClock } from './shown.ts';

const Input = ClockInput.extend({
  /** Which of its moments: most clocks have only `from`. */
  moment: z.enum(['from', 'latest']).default('from'),
  at: z.iso.datetime({ offset: true }),
  /** Why then: what was known or decided. */
  reason: z.string().trim().min(1).max(2000),
});
type Input = z.infer<typeof Input>;

export const beginClock: StoredOperation<Input, ShownClock> = {
  name: 'clock.begin',
  sentence: 'Say when a clock of an incident began to count, and why then.',
  permission: 'clock.settle',
  effect: 'write',
  input: Input,
  output: ShownClock,
  route: { method: 'POST', path: '/incidents/{incident}/clocks/{clock}/begin' },
  run: (context, { moment, at, reason, ...input }) => {
    requirePast(at, context.now);
    const said = { at: new Date(at).toISOString(), reason, ...saidBy(context) };
    return changeMark(context, 'clock.begin', input, ({ mark }) => ({
      ...mark,
      begun: { ...mark.begun, [moment]: said },
    }));
  },
};
