import { z } from 'zod';
import { loadIncident } from '../incident/load.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { loadProposals } from './load.ts';
import { type Proposable, Proposal } from './proposal.ts';

const Input = z.strictObject({
  incident: z.string(),
  /** Those that wait, or those that were accepted or refused. */
  state: z.enum(['open', 'settled', 'all']).default('open'),
});
const Output = z.object({ items: z.array(Proposal) });

/** Lists what is proposed for an incident. */
export const listProposals = (
  proposable: Proposable,
): StoredOperation<z.infer<typeof Input>, z.infer<typeof Output>> => ({
  name: 'proposal.list',
  sentence: 'List what agents propose for an incident, oldest first: what, who, why and how it stands.',
  permission: 'incident.see',
  effect: 'read',
  input: Input,
  output: Output,
  route: { method: 'GET', path: '/incidents/{incident}/proposals' },
  run: async (context, { incident: reference, state }) => {
    const incident = await loadIncident(context, reference, 'incident.see');
    const wanted = state === 'all' ? {} : { isOpen: state === 'open' };
    return { items: await loadProposals(context, proposable, incident.id, wanted) };
  },
});
