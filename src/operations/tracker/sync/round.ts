import { TrackerError } from '../../../outbound/trackers/index.ts';
import type { StoredContext } from '../../stored-operation.ts';
import { type KeptTracker, loadTrackers } from '../load.ts';
import { loadHealth, noteReached, noteRest } from './health.ts';
import { noticeChanges } from './ours.ts';
import { isPollDue, poll } from './poll.ts';
import { presentMs } from './present.ts';
import { work } from './work.ts';

/** Keeps one tracker in step. Answers how much there was to do. */
async function keepInStep(context: StoredContext, kept: KeptTracker): Promise<number> {
  const health = await loadHealth(context, kept.id);
  const nowMs = Date.parse(context.now);
  const present = presentMs(context);
  if (health.restUntilMs > nowMs) return 0;
  let done = 0;
  try {
    if (isPollDue(kept, health, nowMs)) {
      await poll(context, kept, health);
      await noteReached(context, kept.id);
      done += 1;
    }
    for (let some = -1; some !== 0; done += Math.max(some, 0))
      some = await work({ ...context, now: new Date(present()).toISOString() }, kept);
  } catch (error) {
    if (!(error instanceof TrackerError)) throw error;
    await noteRest(context, kept.id, error, health.failures);
  }
  return done;
}

/**
 * One round: notices which actions changed (unless nothing has), asks trackers what changed there, and brings both sides in step.
 * Trackers do not wait for each other. Answers how much there was to do.
 */
export async function syncRound(context: StoredContext, { look = true } = {}): Promise<number> {
  const kept = await loadTrackers(context);
  if (kept.length === 0) return 0;
  if (look) await noticeChanges(context);
  const done = await Promise.allSettled(kept.map((each) => keepInStep(context, each)));
  // What went wrong with one is told when all others have ended: the next round is never under way beside this one.
  for (const each of done) if (each.status === 'rejected') throw each.reason;
  return done.reduce((sum, each) => sum + (each.status === 'fulfilled' ? each.value : 0), 0);
}
