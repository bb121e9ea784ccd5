import { isMainThread, Worker, workerData, parentPort } from 'node:worker_threads';
import { fileURLToPath } from 'node:url';
import { type FuzzJob, runFuzz } from './fuzz-run.ts';

/** `npm run fuzz -- [COUNT] [SEED]`: mutated documents and payloads, in parallel, with a watchdog over each worker. */
const workers = 2;
const watchdogMs = 30_000;

if (isMainThread) await main();
else runFuzz(workerData as FuzzJob, (message) => parentPort?.postMessage(message));

async function main(): Promise<void> {
  const count = Number(process.argv[2] ?? 200_000);
  const seed = Number(process.argv[3] ?? 1);
  const start = performance.now();
  const failures: string[] = [];
  let done = 0;
  let slowestMs = 0;
  const run = (job: FuzzJob) =>
    new Promise<void>((resolve) => {
      const worker = new Worker(fileURLToPath(import.meta.url), { workerData: job });
      let current = '';
      const hang = () => {
        failures.push(`hang: no progress for ${watchdogMs / 1000} s in ${current}`);
        void worker.terminate();
        resolve();
      };
      let timer = setTimeout(hang, watchdogMs);
      worker.on('message', (message: { current?: string; failure?: string; done?: number; slowestMs?: number }) => {
        clearTimeout(timer);
        timer = setTimeout(hang, watchdogMs);
        current = message.current ?? current;
        if (message.failure !== undefined) failures.push(message.failure);
        done += message.done ?? 0;
        slowestMs = Math.max(slowestMs, message.slowestMs ?? 0);
        if (message.done !== undefined && process.stderr.isTTY) process.stderr.write(`\r${done} of ${count}`);
      });
      worker.on('error', (error) => failures.push(`crash in ${current}: ${error.stack ?? error.message}`));
      worker.on('exit', () => {
        clearTimeout(timer);
        resolve();
      });
    });
  const share = (index: number) => Math.floor((count * index) / workers);
  // Documents of megabytes are timed with the machine to themselves, and then the cases side by side.
  await run({ from: 0, to: 0, seed, monsters: true });
  await Promise.all(
    Array.from({ length: workers }, (_, index) =>
      run({ from: share(index), to: share(index + 1), seed, monsters: false }),
    ),
  );
  for (const failure of failures.slice(0, 20)) console.log(failure);
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  console.log(
    `${done} mutated documents and payloads in ${seconds} s, slowest ${slowestMs.toFixed(0)} ms, ${failures.length} failures`,
  );
  process.exit(failures.length === 0 && done >= count ? 0 : 1);
}
