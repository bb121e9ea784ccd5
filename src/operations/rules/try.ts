import { z } from 'zod';
import { decide, readRules } from '../../correlation/index.ts';
import { Said } from '../said-schema.ts';
import { lastSignals } from '../signal/correlated.ts';
import { openIncidents } from '../signal/open-incidents.ts';
import type { StoredOperation } from '../stored-operation.ts';

const Input = z.strictObject({
  /** Rules as YAML, not kept. */
  text: z.string().max(200_000),
  /** So many of the last signals are decided about. */
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

const Output = z.object({
  problems: z.array(z.object({ line: z.number().int(), reason: z.string(), advice: z.string() })),
  /** What the rules would do with each of the last signals, were they new. */
  decisions: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      at: z.string(),
      rule: z.string(),
      act: z.enum(['join', 'open', 'leave', 'ignore']),
      /** Of the incident it would join, or the title of the one it would open. */
      incident: z.string().nullable(),
      why: Said,
    }),
  ),
});
export type Tried = z.infer<typeof Output>;

export const tryRules: StoredOperation<z.infer<typeof Input>, Tried> = {
  name: 'rules.try',
  sentence: 'Say what rules would do with the signals that came last; nothing is changed.',
  permission: 'hook.see',
  effect: 'read',
  input: Input,
  output: Output,
  route: { method: 'POST', path: '/rules/try' },
  run: async (context, { text, limit }) => {
    const read = readRules(text);
    if ('problems' in read) return { problems: read.problems, decisions: [] };
    const incidents = await openIncidents(context);
    const keys = new Map(incidents.map(({ id, key }) => [id, key]));
    const decisions = (await lastSignals(context, limit)).map((signal) => {
      const decision = decide(signal, incidents, read.rules.rules);
      const { rule, act, why } = decision;
      const incident =
        decision.act === 'join'
          ? (keys.get(decision.incident) ?? null)
          : decision.act === 'open'
            ? decision.title
            : null;
      return { id: signal.id, text: signal.text, at: new Date(signal.epochMs).toISOString(), rule, act, incident, why };
    });
    return { problems: [], decisions };
  },
};
