import { sql } from 'kysely';
import { z } from 'zod';
import type { Change } from '../../store/commit.ts';
import { type Actor, actorName } from '../access/actor.ts';
import { requirePermission } from '../access/require.ts';
import { HindcastError } from '../errors.ts';
import { loadIncident } from '../incident/load.ts';
import { retried, save } from '../save.ts';
import type { AnyStored, StoredContext, StoredOperation } from '../stored-operation.ts';
import { loadThread } from './load.ts';
import { State, type Thread } from './thread.ts';

export const ThreadInput = z.strictObject({
  incident: z.string(),
  /** The first comment of the thread. */
  comment: z.string().max(64),
});
export type ThreadInput = z.infer<typeof ThreadInput>;

/** How the thread stands now. */
export const Settled = z.object({ id: z.string(), state: State });
export type Settled = z.infer<typeof Settled>;

/** Whether somebody began a thread. */
export const began = ({ comments: [first] }: Thread, actor: Actor): boolean => first?.author.id === actorName(actor);

/** Moves a thread from one state to another; changes nothing when somebody else was faster. */
export function moveThread({ actor, now }: StoredContext, { id, state: from }: Thread, to: Thread['state']): Change {
  const [by, at] = to === 'open' ? [null, null] : [actorName(actor), now];
  return {
    statement: sql`update comment set state = ${to}, settled_by = ${by}, settled_at = ${at}::timestamptz
      where id = ${id}::uuid and state = ${from}`,
  };
}

/** @throws HindcastError `comment.no-suggestion` */
export function requireSuggestion({ id, replacement }: Thread): string {
  if (replacement === null) throw new HindcastError('comment.no-suggestion', { id });
  return replacement;
}

type Way = { verb: string; to: 'resolved' | 'declined'; sentence: string; suggestion: boolean };
const ways: Way[] = [
  { verb: 'resolve', to: 'resolved', sentence: 'Resolve a comment: nothing is left to do.', suggestion: false },
  { verb: 'decline', to: 'declined', sentence: 'Decline a suggestion: the text stays as it is.', suggestion: true },
];

function settleOperation({ verb, to, sentence, suggestion }: Way): AnyStored {
  const operation: StoredOperation<ThreadInput, Settled> = {
    name: `comment.${verb}`,
    sentence,
    permission: 'comment.settle',
    effect: 'write',
    input: ThreadInput,
    output: Settled,
    route: { method: 'POST', path: `/incidents/{incident}/comments/{comment}/${verb}` },
    run: async (context, { incident: reference, comment }) => {
      const incident = await loadIncident(context, reference, 'comment.settle');
      return retried(async () => {
        const thread = await loadThread(context, incident.id, comment);
        requirePermission(context, 'comment.settle', { own: began(thread, context.actor) });
        if (suggestion) requireSuggestion(thread);
        if (thread.state === to) return { id: thread.id, state: to };
        if (thread.state !== 'open') throw new HindcastError('comment.settled', { state: thread.state });
        return save(context, {
          operation: `comment.${verb}`,
          incidentId: incident.id,
          subject: `comment/${thread.id}`,
          payload: { comment: thread.id },
          changes: [moveThread(context, thread, to)],
          result: { id: thread.id, state: to },
        });
      });
    },
  };
  return operation;
}

/** What ends a thread without a change of the record. */
export const settleOperations: readonly AnyStored[] = ways.map(settleOperation);
