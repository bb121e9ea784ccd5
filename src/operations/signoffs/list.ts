import { z } from 'zod';
import { loadIncident } from '../incident/load.ts';
import { loadState } from '../lifecycle/state.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { templateToWrite } from '../template/find.ts';
import { openRoles } from './rules.ts';
import { Signoff } from './signoff.ts';

const Input = z.strictObject({ incident: z.string() });
const Output = z.object({
  /** Of the content as it is now. */
  sha256: z.string(),
  items: z.array(Signoff),
  /** Roles that have to sign (again), in their order. */
  open: z.array(z.string()),
});

export const listSignoffs: StoredOperation<z.infer<typeof Input>, z.infer<typeof Output>> = {
  name: 'signoff.list',
  sentence:
    'List the signatures of an incident, whether each still holds and what ended it, and the roles that have to sign.',
  permission: 'incident.see',
  effect: 'read',
  input: Input,
  output: Output,
  route: { method: 'GET', path: '/incidents/{incident}/signoffs' },
  run: async (context, input) => {
    const incident = await loadIncident(context, input.incident, 'incident.see');
    const { current, signoffs } = await loadState(context, incident);
    const { policy } = templateToWrite(incident.template, undefined, context.templates);
    return { sha256: current.sha256, items: signoffs, open: openRoles(policy, signoffs) };
  },
};
