import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { readWaiting } from '../../operations/delivery/read-waiting.ts';
import { describedSources } from '../../operations/hook/source-of.ts';
import { databaseAddresses } from '../../store/connection/addresses.ts';
import { openDatabase } from '../../store/database.ts';
import { openEvidenceStore } from '../../store/evidence/index.ts';
import type { ReadingPlace } from './start-reading.ts';
import { sharedProgress } from './progress.ts';

/** How often it looks for new deliveries, and how long after a failure. */
const lookMs = 200;
const againMs = 1000;

const {
  where,
  evidence: setting,
  dataFolder,
  mappings,
  memory,
} = workerData as ReadingPlace & { memory: SharedArrayBuffer };
const progress = sharedProgress(memory);
const database = openDatabase(typeof where === 'string' ? databaseAddresses(where) : where, 1);
const evidence = openEvidenceStore(setting, dataFolder);
const described = describedSources({ sources: mappings });
const stopped = new AbortController();
parentPort?.once('message', () => stopped.abort());

/** Reads on one connection until it breaks or the end is near. */
async function readOn(): Promise<void> {
  const client = await database.connect();
  // A connection that breaks while nothing is asked of it says so in this way only.
  client.on('error', () => undefined);
  const reader = { client, evidence, now: () => new Date().toISOString(), begins: progress.begin, described };
  try {
    while (!stopped.signal.aborted) {
      const count = await readWaiting(reader);
      progress.end();
      if (count === 0) await sleep(lookMs, undefined, { signal: stopped.signal }).catch(() => undefined);
    }
  } finally {
    progress.end();
    await client.end().catch(() => undefined);
  }
}

while (!stopped.signal.aborted)
  try {
    await readOn();
  } catch (error) {
    parentPort?.postMessage(error instanceof Error ? error.message : String(error));
    await sleep(againMs, undefined, { signal: stopped.signal }).catch(() => undefined);
  }
await database.close();
