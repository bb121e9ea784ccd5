import { Worker } from 'node:worker_threads';
import type { MaskSettings } from '../../masking/index.ts';
import type { Delivery } from '../../sources/index.ts';
import { limited } from '../limited.ts';
import type { Prepared } from './prepare.ts';

/** Bodies above this are looked through in a thread of their own: a megabyte takes some 25 ms, and everybody else would wait. */
export const largeBytes = 256_000;

/** A thread that runs away is ended; so is one that needs more than this. */
const mostMs = 60_000;
const resourceLimits = { maxOldGenerationSizeMb: 1500 };

/** Threads at the same time. Each needs some 50 MB before it begins, and hundreds of bodies of this size may be held. */
const mostThreads = 2;
const queue = limited(mostThreads);

/** As `prepareDelivery`, in a thread of its own; it waits for its turn. @throws Error when it does not end well */
export const prepareApart = (source: string, delivery: Delivery, settings: MaskSettings): Promise<Prepared> =>
  queue(() => inThread(source, delivery, settings));

function inThread(source: string, delivery: Delivery, settings: MaskSettings): Promise<Prepared> {
  const worker = new Worker(new URL('prepare-thread.ts', import.meta.url), {
    workerData: { source, delivery, settings },
    resourceLimits,
  });
  return new Promise<Prepared>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('it took too long')), mostMs);
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => {
      clearTimeout(late);
      reject(new Error('it ended early'));
    });
  }).finally(() => worker.terminate());
}
