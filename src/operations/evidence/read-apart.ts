import { Worker } from 'node:worker_threads';
import { SourceError } from '../../sources/source-error.ts';
import { limited } from '../limited.ts';
import { type FilesRead, type Original, readFiles } from './read-files.ts';

/** Originals above this are read in a thread of their own: an export of 100,000 messages takes two seconds, and everybody else would wait. */
const largeBytes = 256_000;
/** A thread that runs away is ended. */
const mostMs = 120_000;
const resourceLimits = { maxOldGenerationSizeMb: 1500 };
/** Threads at the same time: many who draft at once wait for each other, and not all for more memory than there is. */
const mostThreads = 2;
const queue = limited(mostThreads);

type Told = { read: FilesRead } | { fault: Pick<SourceError, 'code' | 'message' | 'where' | 'remedy'> };

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b;

async function inThread(original: Original): Promise<FilesRead> {
  const worker = new Worker(new URL('read-thread.ts', import.meta.url), { workerData: original, resourceLimits });
  const tooMuch = (why: string) =>
    new SourceError(
      'evidence.too-large',
      `It could not be read: ${why}.`,
      original.name,
      'Give the days or the channel of the incident alone.',
    );
  const told = await new Promise<Told>((resolve, reject) => {
    const late = setTimeout(() => reject(tooMuch('it took too long')), mostMs);
    worker.once('message', resolve);
    worker.once('error', (error) =>
      reject(
        (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? tooMuch('it needs too much memory')
          : error,
      ),
    );
    worker.once('exit', () => {
      clearTimeout(late);
      reject(new Error('the thread that reads an original ended early'));
    });
  }).finally(() => worker.terminate());
  if ('read' in told) return told.read;
  const { code, message, where, remedy } = told.fault;
  throw new SourceError(code, message, where, remedy);
}

/** What the sources read in an original; a large one, or an archive, in a thread of its own. @throws SourceError when it is nothing */
export async function readApart(original: Original): Promise<FilesRead> {
  return original.bytes.length > largeBytes || isZip(original.bytes)
    ? queue(() => inThread(original))
    : readFiles(original);
}
