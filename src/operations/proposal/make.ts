import { z } from 'zod';
import { actorName } from '../access/actor.ts';
import { HindcastError } from '../errors.ts';
import { loadIncident } from '../incident/load.ts';
import { save } from '../save.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { insertProposal } from './insert.ts';
import type { Proposable } from './proposal.ts';
import { requireFewer } from './require-fewer.ts';

/** Letters of an input: what a person can look through. */
const mostLetters = 1_000_000;

const Input = z.strictObject({
  incident: z.string(),
  /** The operation that is wanted, such as `timeline.add`. */
  operation: z.string().max(60),
  /** Its input, without the incident. */
  input: z.record(z.string(), z.unknown()),
  /** Why, for the person who decides. */
  why: z.string().trim().min(1).max(2000),
});
type Input = z.infer<typeof Input>;
const Made = z.object({ id: z.string(), state: z.literal('open') });

const invalid = (reason: string) => new HindcastError('input.invalid', { operation: 'proposal.make', reason });

/** What is wanted, as it is kept. @throws HindcastError `input.invalid` for what could never be done */
function checked(proposable: Proposable, { operation: name, input, incident }: Input): string {
  const operation = proposable.get(name);
  if (operation === undefined)
    throw invalid(`${name} cannot be proposed; record.set, record.apply and the operations on lists can`);
  const parsed = operation.input.safeParse({ ...input, incident });
  const issue = parsed.error?.issues[0];
  if (issue !== undefined) throw invalid(`${['input', ...issue.path].join('.')}: ${issue.message}`);
  const text = JSON.stringify(input);
  if (text.length > mostLetters)
    throw invalid(`input: ${text.length} letters, and ${mostLetters} can be looked through`);
  return text;
}

/** Proposes a change of a record. */
export const makeProposal = (proposable: Proposable): StoredOperation<Input, z.infer<typeof Made>> => ({
  name: 'proposal.make',
  sentence: 'Propose a change of an incident: it is made when a person accepts it.',
  permission: 'incident.propose',
  effect: 'write',
  input: Input,
  output: Made,
  route: { method: 'POST', path: '/incidents/{incident}/proposals' },
  run: async (context, asked) => {
    const incident = await loadIncident(context, asked.incident, 'incident.propose');
    const input = checked(proposable, asked);
    await requireFewer(context, incident.id, { count: 1, letters: input.length });
    const { operation, why } = asked;
    const id = context.newId();
    return save(context, {
      operation: 'proposal.make',
      incidentId: incident.id,
      subject: `proposal/${id}`,
      payload: { proposed: operation, input: asked.input, why },
      changes: [
        insertProposal({
          id,
          incidentId: incident.id,
          operation,
          input,
          why,
          author: actorName(context.actor),
          at: context.now,
        }),
      ],
      result: { id, state: 'open' as const },
    });
  },
});
