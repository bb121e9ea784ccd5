import { problemText } from '../../ledger/verify/problem.ts';
import { verifyLog } from '../../ledger/verify/verify-log.ts';
import { logPages } from '../../store/ledger/log-pages.ts';
import { storedTiles } from '../../store/ledger/stored-tiles.ts';
import type { StoredContext } from '../stored-operation.ts';
import { loadCheckpoint } from './load-checkpoint.ts';
import { mislabelled } from './mislabelled.ts';
import { signedHeads } from './signed-heads.ts';

/** What a run over the whole ledger found. `problems` are sentences; none means that it is intact. */
export type LedgerVerdict = {
  intact: boolean;
  /** Entries that were looked at: those of the latest checkpoint. */
  entries: number;
  erased: number;
  checkpoints: number;
  anchors: number;
  problems: string[];
};

const mostMislabelled = 100;

/**
 * Hashes every entry of the latest checkpoint again and compares with the stored tree, with checkpoints and with the copies of
 * them that lie in the evidence store, which nobody rewrites together with the database.
 */
export async function verifyLedger(context: StoredContext): Promise<LedgerVerdict> {
  const { database } = context;
  const { size } = await loadCheckpoint(context);
  const { heads, checkpoints, anchors, wrong } = await signedHeads(context, size);
  const problems = [...wrong];
  async function* watched() {
    for await (const page of logPages(database, size)) {
      for (const row of page)
        if (problems.length < mostMislabelled && mislabelled(row))
          problems.push(`entry ${row.seq} is filed under another actor, operation, subject or time than it says`);
      yield page;
    }
  }
  const verdict = await verifyLog(watched(), heads, { readTiles: storedTiles(database.query) });
  problems.push(...verdict.problems.map(problemText));
  const { entries, erased } = verdict;
  return { intact: problems.length === 0, entries, erased, checkpoints, anchors, problems };
}
