import { after } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { indexChanged } from '../../src/operations/search/index-changed.ts';
import type { Database } from '../../src/store/database.ts';
import { startSequencer } from '../../src/store/ledger/sequencer.ts';

const silent = { info: () => {}, warn: () => {} };

/** Numbers the ledger of a test's server. Gives what waits until all that was written so far is found by its words. */
export function indexing(database: Database): () => Promise<void> {
  const sequencer = startSequencer(database, { everyMs: 5, log: silent });
  after(sequencer.stop);
  const waiting = { text: 'select exists (select from entry where seq is null) as more', values: [] };
  return async () => {
    while ((await database.query<{ more: boolean }>(waiting)).rows[0]?.more === true) await sleep(5);
    while (await indexChanged(database));
  };
}
