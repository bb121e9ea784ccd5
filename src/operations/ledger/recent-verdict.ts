import type { Database } from '../../store/database.ts';
import { may } from '../access/permissions.ts';
import type { StoredContext } from '../stored-operation.ts';
import { type LedgerVerdict, verifyLedger } from './verify-ledger.ts';

/** How old a verdict may be for those who may not ask for a new one. */
const keptMs = 10 * 60_000;

/** A verdict, and when it was made if that is not now. */
export type DatedVerdict = { verdict: LedgerVerdict; at?: string };

type Kept = { startedMs: number; at: string; verdict: Promise<LedgerVerdict> };
const kept = new WeakMap<Database, Kept>();

/**
 * What a run over the whole ledger finds. It reads every entry, so whoever may not have it verified gets a verdict of this process
 * that is at most ten minutes old, and all who ask meanwhile wait for the same one.
 */
export async function recentVerdict(context: StoredContext): Promise<DatedVerdict> {
  const { database, now } = context;
  const before = kept.get(database);
  const isFresh = before !== undefined && performance.now() - before.startedMs < keptMs;
  if (isFresh && !may(context.actor, 'ledger.keep')) return { verdict: await before.verdict, at: before.at };
  const run: Kept = { startedMs: performance.now(), at: now, verdict: verifyLedger(context) };
  kept.set(database, run);
  try {
    return { verdict: await run.verdict };
  } catch (error) {
    if (kept.get(database) === run) kept.delete(database);
    throw error;
  }
}
