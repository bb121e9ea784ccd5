import { z } from 'zod';
import { HindcastError } from '../errors.ts';
import { loadIncident } from '../incident/load.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { blindSign } from './blind-sign.ts';
import { requireOpen, requirePoll } from './load.ts';

const Input = z.strictObject({
  incident: z.string(),
  /** The blinded ballot (RFC 9474, RSABSSA-SHA384-PSSZERO-Deterministic) in base64url. */
  blinded: z.base64url().min(1).max(1000),
});

const Signed = z.object({ signature: z.string() });

// A second request for the same ballot gets the same signature, so that a lost answer costs nobody their voice.
const statement = `update poll_seat set given = true, blinded = $3
  where poll_id = $1 and person_id = $2 and (not given or blinded = $3)
    and exists (select 1 from poll where id = $1 and closed_at is null) returning 1`;

/** Nothing of this stands in the ledger: when somebody took their ballot is nobody's business. */
export const ballotOfPoll: StoredOperation<z.infer<typeof Input>, z.infer<typeof Signed>> = {
  name: 'poll.ballot',
  sentence: 'Sign your ballot for the checks without seeing it; with it one answer is given that names nobody.',
  permission: 'poll.answer',
  effect: 'write',
  input: Input,
  output: Signed,
  route: { method: 'POST', path: '/incidents/{incident}/poll/ballot' },
  run: async (context, { incident: reference, blinded }) => {
    const incident = await loadIncident(context, reference, 'poll.answer');
    const poll = await requirePoll(context, incident.id);
    requireOpen(poll);
    const { database, actor } = context;
    const seat = await database.query<{ given: boolean }>({
      text: 'select given from poll_seat where poll_id = $1 and person_id = $2',
      values: [poll.id, actor.id],
    });
    if (seat.rows[0] === undefined) throw new HindcastError('poll.not-asked');
    const signature = blindSign(poll.privateKey ?? '', Buffer.from(blinded, 'base64url'));
    if (signature === undefined)
      throw new HindcastError('poll.ballot', { reason: 'it is no blinded message for this key' });
    const { count } = await database.query({ text: statement, values: [poll.id, actor.id, blinded] });
    if (count === 0) throw new HindcastError('poll.given');
    return { signature: Buffer.from(signature).toString('base64url') };
  },
};
