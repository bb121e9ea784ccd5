import { z } from 'zod';
import { loadIncident } from '../incident/load.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { commonGround } from './ground.ts';
import { loadClocks } from './load.ts';
import { readOwnRules } from './rules-text.ts';
import { ShownClock, shownOf } from './shown.ts';

const Input = z.strictObject({
  /** Rules as YAML, not kept. */
  text: z.string().max(100_000),
  /** An incident to hold them against. */
  incident: z.string().max(64).optional(),
});
const Output = z.object({
  problem: z.object({ line: z.number().int(), reason: z.string() }).nullable(),
  /** What these rules would make of the incident. */
  items: z.array(ShownClock),
});
export type TriedClocks = z.infer<typeof Output>;

export const tryClocks: StoredOperation<z.infer<typeof Input>, TriedClocks> = {
  name: 'clock.try',
  sentence: 'Say what is wrong with rules of clocks, and what they would make of an incident; nothing is changed.',
  permission: 'settings.see',
  effect: 'read',
  input: Input,
  output: Output,
  route: { method: 'POST', path: '/clocks/try' },
  run: async (context, { text, incident: reference }) => {
    const read = readOwnRules(text);
    if ('reason' in read) return { problem: { line: read.line, reason: read.reason }, items: [] };
    if (reference === undefined) return { problem: null, items: [] };
    const incident = await loadIncident(context, reference, 'incident.see');
    const { clocks, kept } = await loadClocks(context, incident.id, await commonGround(context, text));
    return { problem: null, items: clocks.map((clock) => shownOf(clock, kept.get(clock.rule.id)?.version ?? 0)) };
  },
};
