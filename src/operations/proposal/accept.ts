import { z } from 'zod';
import { callStored } from '../call-stored.ts';
import { HindcastError } from '../errors.ts';
import { loadIncident } from '../incident/load.ts';
import { save } from '../save.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { loadProposal, settleProposal } from './load.ts';
import { Decided, type Proposable } from './proposal.ts';

const Input = z.strictObject({ incident: z.string(), proposal: z.string().max(64) });

/** Does what is proposed, as the person who accepts it; the same statement settles the proposal. */
async function accept(context: StoredContext, proposable: Proposable, reference: string, id: string): Promise<Decided> {
  const incident = await loadIncident(context, reference, 'incident.accept');
  const load = () => loadProposal(context, proposable, incident.id, id);
  const proposal = await load();
  const decided: Decided = { id: proposal.id, state: 'accepted' };
  if (proposal.state === 'accepted') return decided;
  const operation = proposable.get(proposal.operation);
  if (proposal.state !== 'open' || operation === undefined)
    throw new HindcastError('proposal.settled', { state: proposal.state });
  const settle = settleProposal(context, proposal.id, 'accepted');
  const { key: _, ...unkeyed } = context;
  const inner = { ...unkeyed, proposal: { id: proposal.id, by: proposal.author.id, settle } };
  try {
    await callStored(operation, { ...proposal.input, incident: incident.id }, inner);
  } catch (error) {
    // Somebody who was faster makes every try fail.
    const { state } = await load();
    if (state !== 'open') throw new HindcastError('proposal.settled', { state });
    throw error;
  }
  // What stands there already is not written again.
  if ((await load()).state !== 'open') return decided;
  return save(context, {
    operation: 'proposal.accept',
    incidentId: incident.id,
    subject: `proposal/${proposal.id}`,
    payload: { proposal: proposal.id },
    changes: [settle],
    result: decided,
  });
}

/** Accepts a proposal. */
export const acceptProposal = (proposable: Proposable): StoredOperation<z.infer<typeof Input>, Decided> => ({
  name: 'proposal.accept',
  sentence: 'Accept a proposal: what it wants is done, as an edit of yours that names it.',
  permission: 'incident.accept',
  effect: 'write',
  input: Input,
  output: Decided,
  route: { method: 'POST', path: '/incidents/{incident}/proposals/{proposal}/accept' },
  run: (context, { incident, proposal }) => accept(context, proposable, incident, proposal),
});
