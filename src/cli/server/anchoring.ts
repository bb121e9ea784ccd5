import { setTimeout as sleep } from 'node:timers/promises';
import { callStored } from '../../operations/call-stored.ts';
import { reasonOf } from '../../operations/errors.ts';
import { anchorCheckpoint } from '../../operations/ledger/anchor.ts';
import { loadCheckpoint } from '../../operations/ledger/load-checkpoint.ts';
import { isAnchorDue } from '../../store/ledger/anchor-due.ts';
import type { LocalContext } from './local-context.ts';

type Log = Record<'info' | 'warn', (details: object, message: string) => void>;
type Kind = 'evidence' | 'rfc3161';

/** How often anchors are made and looked for, and who may: the process that numbers the ledger. */
export type AnchorPlan = {
  hours: number;
  leading: () => boolean;
  log: Log;
  lookEveryMs?: number;
  againAfterMs?: number;
};

const minuteMs = 60_000;

/**
 * Anchors the latest checkpoint every so many hours, in the evidence store and, where one is set, by the time stamp authority. What
 * fails is logged and tried again. Gives what ends it, once an anchor that is being made is there.
 */
export function startAnchoring(context: LocalContext, plan: AnchorPlan): () => Promise<void> {
  const { hours, leading, log, lookEveryMs = minuteMs, againAfterMs = 10 * minuteMs } = plan;
  const stopped = new AbortController();
  const { signal } = stopped;
  const notBeforeMs = new Map<Kind, number>();

  const anchor = async (kind: Kind): Promise<void> => {
    if (performance.now() < (notBeforeMs.get(kind) ?? 0)) return;
    try {
      const now = context();
      if (!(await isAnchorDue(now.database, kind, { now: now.now, hours }))) return;
      // Two processes that both take themselves for the one make it once.
      const { size } = await loadCheckpoint(now);
      await callStored(anchorCheckpoint, { kind }, { ...now, key: `anchor:${kind}:${size}` });
      log.info({ kind, size }, 'the ledger is anchored');
    } catch (error) {
      notBeforeMs.set(kind, performance.now() + againAfterMs);
      log.warn({ kind, reason: reasonOf(error) }, 'the ledger could not be anchored; it is tried again');
    }
  };
  const kinds: Kind[] = context().timestampAuthority === undefined ? ['evidence'] : ['evidence', 'rfc3161'];
  const running = (async () => {
    while (!signal.aborted) {
      await sleep(lookEveryMs, undefined, { signal }).catch(() => undefined);
      for (const kind of kinds) if (!signal.aborted && leading()) await anchor(kind);
    }
  })();
  return async () => {
    stopped.abort();
    await running;
  };
}
