import { z } from 'zod';
import { HindcastError } from '../errors.ts';
import { loadItem } from '../evidence/item.ts';
import { loadIncident } from '../incident/load.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { changeMark, ClockInput, requirePast, saidBy } from './change-mark.ts';
import { ShownClock } from './shown.ts';

const Input = ClockInput.extend({
  /** When it was done. */
  at: z.iso.datetime({ offset: true }),
  /** What shows that: a case number, a message and whom it went to. */
  proof: z.string().trim().min(1).max(2000),
  /** SHA-256 or id of a piece of evidence of the incident, such as the receipt. */
  evidence: z.string().max(64).optional(),
  /** Why it was late; needed when it was. */
  late: z.string().trim().min(1).max(2000).optional(),
});
type Input = z.infer<typeof Input>;

export const settleClock: StoredOperation<Input, ShownClock> = {
  name: 'clock.settle',
  sentence: 'Say when what a clock asks for was done, with the proof, and the reason when it was late.',
  permission: 'clock.settle',
  effect: 'write',
  input: Input,
  output: ShownClock,
  route: { method: 'POST', path: '/incidents/{incident}/clocks/{clock}/settle' },
  run: async (context, { at, proof, evidence: named, late, ...input }) => {
    const incident = await loadIncident(context, input.incident, 'clock.settle');
    requirePast(at, context.now);
    const evidence = named === undefined ? undefined : (await loadItem(context, incident.id, named)).sha256;
    return changeMark(context, 'clock.settle', input, ({ mark, start, until }) => {
      const isLate = start !== null && until !== null && Date.parse(at) > Date.parse(until);
      if (isLate && late === undefined) throw new HindcastError('clock.late', { until, at });
      return {
        ...mark,
        done: {
          at: new Date(at).toISOString(),
          proof,
          ...(evidence === undefined ? {} : { evidence }),
          ...(isLate && late !== undefined ? { late } : {}),
          ...saidBy(context),
        },
      };
    });
  },
};
