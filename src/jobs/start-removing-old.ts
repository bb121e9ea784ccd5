import { removeOldDeliveries } from '../operations/delivery/remove-old.ts';
import { readSettings } from '../operations/settings/read-settings.ts';
import { forgetUnconfirmed } from '../operations/status/subscribe.ts';
import type { Database } from '../store/database.ts';
import type { EvidenceStore } from '../store/evidence/index.ts';
import { type Job, repeating } from './repeating.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** Who removes: the process that numbers the ledger. */
export type RemovalPlan = { leading: () => boolean; log: Job['log']; everyMs?: number };

/**
 * Has old deliveries removed once an hour, as the setting `hooks.keepDays` says, and addresses that nobody confirmed.
 * Gives what ends it.
 */
export function startRemovingOld(
  database: Database,
  evidence: EvidenceStore,
  { leading, log, everyMs = hourMs }: RemovalPlan,
): () => Promise<void> {
  return repeating({
    everyMs,
    leading,
    log,
    failed: 'what is old could not be removed',
    work: async (goesOn) => {
      const { 'hooks.keepDays': days } = await readSettings(database);
      const before = new Date(Date.now() - days * dayMs).toISOString();
      while (goesOn() && (await removeOldDeliveries(database, evidence, before)));
      if (goesOn()) await forgetUnconfirmed(database, new Date().toISOString());
    },
  });
}
