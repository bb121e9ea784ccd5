import { z } from 'zod';
import { HindcastError } from '../errors.ts';
import { loadIncident } from '../incident/load.ts';
import { retried, save } from '../save.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { loadProposal, settleProposal } from './load.ts';
import { Decided, type Proposable } from './proposal.ts';

const Input = z.strictObject({
  incident: z.string(),
  proposal: z.string().max(64),
  /** Why not, for who proposed it. */
  reason: z.string().trim().min(1).max(2000).optional(),
});

/** Refuses a proposal. */
export const refuseProposal = (proposable: Proposable): StoredOperation<z.infer<typeof Input>, Decided> => ({
  name: 'proposal.refuse',
  sentence: 'Refuse a proposal: nothing changes, and the reason is kept with it.',
  permission: 'incident.accept',
  effect: 'write',
  input: Input,
  output: Decided,
  route: { method: 'POST', path: '/incidents/{incident}/proposals/{proposal}/refuse' },
  run: async (context, { incident: reference, proposal: id, reason = null }) => {
    const incident = await loadIncident(context, reference, 'incident.accept');
    return retried(async () => {
      const { state } = await loadProposal(context, proposable, incident.id, id);
      if (state === 'refused') return { id, state };
      if (state !== 'open') throw new HindcastError('proposal.settled', { state });
      return save(context, {
        operation: 'proposal.refuse',
        incidentId: incident.id,
        subject: `proposal/${id}`,
        payload: { proposal: id, reason },
        changes: [settleProposal(context, id, 'refused', reason)],
        result: { id, state: 'refused' as const },
      });
    });
  },
});
