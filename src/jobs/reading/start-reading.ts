import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Config } from '../../operations/config.ts';
import { giveUpReading } from '../../operations/delivery/give-up.ts';
import { isDeliveryWaiting } from '../../operations/delivery/is-waiting.ts';
import { reasonOf } from '../../operations/errors.ts';
import type { Database, Where } from '../../store/database.ts';
import { progressMemory, sharedProgress } from './progress.ts';

/** Where deliveries and their originals lie, in a form that another thread can be told. */
export type ReadingPlace = {
  /** The address of the database, or how the embedded one is reached. */
  where: string | Where | readonly Where[];
  evidence: string | undefined;
  dataFolder: string;
  /** Sources that the team described. */
  mappings: Config['sources'];
};

type Log = Record<'warn', (details: object, message: string) => void>;

/** How often is looked whether there is something to read, and how the thread does. */
const lookMs = 1000;
/** One delivery takes at most seconds; what takes longer never ends. */
const mostMs = 60_000;
/** How long the end of a server waits for what is being read. */
const patienceMs = 5000;
const resourceLimits = { maxOldGenerationSizeMb: 1500, maxYoungGenerationSizeMb: 48 };

type Thread = { worker: Worker; progress: ReturnType<typeof sharedProgress>; ended: Promise<unknown> };

/**
 * Has deliveries read in a thread of its own, so that a large one keeps nobody waiting. It begins when the first one comes. A delivery
 * that the thread does not survive is given up, and a new thread reads the others. Gives what ends it.
 */
export function startReading(database: Database, place: ReadingPlace, log: Log): () => Promise<void> {
  const stopped = new AbortController();
  const { signal } = stopped;
  let thread: Thread | undefined;

  const giveUp = async ({ progress }: Thread, reason: string): Promise<void> => {
    const current = progress.current();
    log.warn({ delivery: current?.id, reason }, 'the reading of deliveries began anew');
    if (current !== undefined)
      await giveUpReading(database, current.id, new Date().toISOString(), `its reading was given up: ${reason}`);
  };
  const begin = (): Thread => {
    const memory = progressMemory();
    const worker = new Worker(new URL('thread.ts', import.meta.url), {
      workerData: { ...place, memory },
      resourceLimits,
    });
    const { promise: ended, resolve } = Promise.withResolvers<unknown>();
    const own: Thread = { worker, progress: sharedProgress(memory), ended };
    worker.on('message', (reason: string) => log.warn({ reason }, 'deliveries could not be read; it is tried again'));
    worker.on('error', (error) => {
      if (thread === own) thread = undefined;
      const reason =
        (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? 'it needs too much memory'
          : reasonOf(error);
      void giveUp(own, reason).catch(() => undefined);
    });
    worker.once('exit', (code) => {
      if (thread === own) thread = undefined;
      resolve(code);
    });
    return own;
  };
  const look = async (): Promise<void> => {
    const current = thread?.progress.current();
    if (thread !== undefined && current !== undefined && current.forMs > mostMs) {
      const late = thread;
      thread = undefined;
      await late.worker.terminate();
      await giveUp(late, 'it took too long');
    }
    if (thread === undefined && (await isDeliveryWaiting(database)) && !signal.aborted) thread = begin();
  };
  const running = (async () => {
    while (!signal.aborted) {
      await look().catch(() => undefined);
      await sleep(lookMs, undefined, { signal }).catch(() => undefined);
    }
  })();
  return async () => {
    stopped.abort();
    await running;
    const last = thread;
    last?.worker.postMessage('stop');
    // What it does not finish now is read after the next start.
    await Promise.race([last?.ended, sleep(patienceMs, undefined, { ref: false })]);
    await last?.worker.terminate();
  };
}
