import { setTimeout as sleep } from 'node:timers/promises';
import { type Change, commit } from '../store/commit.ts';
import { earlierEntry } from '../store/earlier-entry.ts';
import { actorKey } from '../store/entry-row.ts';
import { StoreError } from '../store/store-error.ts';
import { actorName } from './access/actor.ts';
import { HindcastError } from './errors.ts';
import type { StoredContext } from './stored-operation.ts';

/** What an operation decided: the rows it changes, and what the ledger says of it. */
export type Decision<Output> = {
  operation: string;
  incidentId?: string;
  subject: string;
  /** What was asked, as the ledger keeps it. */
  payload: unknown;
  changes: Change[];
  /** The answer, kept for a repeated request. */
  result: Output;
};

/**
 * Saves a decision and its ledger entry in one statement. A call repeated with the same key gives the stored result.
 * @throws StoreError `store.conflict` when what was decided upon has changed meanwhile: load and decide again, see `retried`
 * @throws HindcastError `key.reused` when the key was used for something else
 */
export async function save<Output>(context: StoredContext, decision: Decision<Output>): Promise<Output> {
  const { now: at, actor, database, key, random, proposal } = context;
  const { changes, ...draft } = proposal === undefined ? decision : fulfilling(decision, proposal);
  const result = key === undefined ? draft.result : { asked: context.asked, result: draft.result };
  try {
    await commit(database, changes, { ...draft, result, at, actor: actorName(actor), key, salt: random(16) });
  } catch (error) {
    if (!(error instanceof StoreError) || error.code !== 'store.repeated' || key === undefined) throw error;
    return (await storedResult(context, decision.operation, key)) as Output;
  }
  return decision.result;
}

/** A decision that settles a proposal along with what it does. */
const fulfilling = <Output>(
  { changes, payload, ...decision }: Decision<Output>,
  { id, by, settle }: NonNullable<StoredContext['proposal']>,
): Decision<Output> => ({
  ...decision,
  changes: [...changes, settle],
  payload: { ...(payload as object), proposal: { id, by } },
});

/** Saves a decision whose statement looks by itself whether it may be; undefined when it did not find things as it expects them. */
export async function saveUnseen<Output>(
  context: StoredContext,
  decision: Decision<Output>,
): Promise<Output | undefined> {
  try {
    return await save(context, decision);
  } catch (error) {
    if (error instanceof StoreError && error.code === 'store.conflict') return undefined;
    throw error;
  }
}

/** What is kept of a call with a key: its answer, and a hash of what was asked. */
type KeptResult = { asked?: string; result: unknown };

/**
 * The result of an earlier call with this key, or undefined. What it gives is safe on the standby, too.
 * @throws HindcastError `key.reused` for another operation, or the same with other input
 */
export async function storedResult(context: StoredContext, operation: string, key: string): Promise<unknown> {
  const earlier = await earlierEntry(context.database, actorKey(actorName(context.actor), key));
  if (earlier === undefined) return undefined;
  if (earlier.operation !== operation)
    throw new HindcastError('key.reused', { key, operation: earlier.operation, wanted: operation });
  const { asked, result } = JSON.parse(earlier.result ?? '{"result":null}') as KeptResult;
  if (asked !== undefined && asked !== context.asked)
    throw new HindcastError('key.reused', { key, operation, wanted: `${operation} with other input` });
  return result;
}

/** How often a decision is made anew after somebody else was faster. */
const mostAttempts = 12;

/** Loads, decides and saves again while somebody else was faster. `attempt` must read everything anew. */
export async function retried<Output>(attempt: () => Promise<Output>): Promise<Output> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      const beaten = error instanceof StoreError && error.code === 'store.conflict';
      if (!beaten || tries >= mostAttempts) throw error;
      // Those who were beaten together would meet again.
      await sleep(Math.random() * tries * 3);
    }
  }
}
