import { z } from 'zod';
import { may } from '../access/permissions.ts';
import { loadIncident } from '../incident/load.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { templateToWrite } from '../template/find.ts';
import { blockersOf } from './blockers.ts';
import { loadState } from './state.ts';
import { steps } from './steps.ts';

const Input = z.strictObject({ incident: z.string() });

const Blocker = z.object({
  code: z.string(),
  sentence: z.string(),
  remedy: z.string(),
  path: z.string().optional(),
  role: z.string().optional(),
  /** Sentence and remedy in parts, for those who tell them in another language. */
  says: z.looseObject({}).optional(),
});
const NextStep = z.object({
  operation: z.string(),
  to: z.string(),
  sentence: z.string(),
  /** By role; being a member of a restricted incident goes without saying, as it is seen. */
  permitted: z.boolean(),
  needsReason: z.boolean(),
  blockers: z.array(Blocker),
});
const Output = z.object({ status: z.string(), sha256: z.string(), steps: z.array(NextStep) });

/** The next steps of an incident, and what blocks each. */
export type Gate = z.infer<typeof Output>;

export const lifecycleGate: StoredOperation<z.infer<typeof Input>, Gate> = {
  name: 'lifecycle.gate',
  sentence: 'List the next steps of an incident, and what blocks each.',
  permission: 'incident.see',
  effect: 'read',
  settled: true,
  input: Input,
  output: Output,
  route: { method: 'GET', path: '/incidents/{incident}/gate' },
  run: async (context, input) => {
    const incident = await loadIncident(context, input.incident, 'incident.see');
    const state = await loadState(context, incident);
    const template = templateToWrite(incident.template, undefined, context.templates);
    const subject = { status: state.status, visibility: incident.visibility, member: true };
    const next = steps.filter(({ from }) => from.includes(state.status));
    const listed = next.map(async ({ operation, to, sentence, permission, reason, gate }) => ({
      operation,
      to,
      sentence,
      permitted: may(context.actor, permission, subject),
      needsReason: reason,
      blockers: await blockersOf(context, incident.id, template, state, gate),
    }));
    return { status: state.status, sha256: state.current.sha256, steps: await Promise.all(listed) };
  },
};
