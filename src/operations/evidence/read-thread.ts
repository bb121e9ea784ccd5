import { parentPort, workerData } from 'node:worker_threads';
import { SourceError } from '../../sources/source-error.ts';
import { type Original, readFiles } from './read-files.ts';

try {
  parentPort?.postMessage({ read: await readFiles(workerData as Original) });
} catch (error) {
  if (!(error instanceof SourceError)) throw error;
  const { code, message, where, remedy } = error;
  parentPort?.postMessage({ fault: { code, message, where, remedy } });
}
