import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { median, type Row } from './row.ts';
import { startProcess } from './server-process.ts';

const starts = 5;
const idleMs = 5000;
const limits = { firstPageMs: 1500, residentMb: 150 };

/** Megabytes of memory that a process holds. */
async function residentMb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024;
}

/** How soon the first page is there after a start with data, its own Postgres included, and what the process holds when nobody calls. */
export async function starting(folder: string): Promise<Row[]> {
  const environment = { HINDCAST_DATA: path.join(folder, 'started'), DATABASE_URL: '' };
  // The first start makes the database.
  await (await startProcess(environment)).stop();
  const times: number[] = [];
  const held: number[] = [];
  for (let round = 0; round < starts; round += 1) {
    const { child, firstPageMs, stop } = await startProcess(environment);
    times.push(firstPageMs);
    if (round >= starts - 2) {
      await sleep(idleMs);
      held.push(await residentMb(child.pid ?? 0));
    }
    await stop();
  }
  const [first, resident] = [median(times), Math.max(...held)];
  return [
    {
      name: 'first page after start, warm data',
      figure: `${first.toFixed(0)} ms`,
      peer: `limit ${limits.firstPageMs} ms`,
      ratio: limits.firstPageMs / first,
      target: `<= ${limits.firstPageMs} ms`,
      met: first <= limits.firstPageMs,
    },
    {
      name: 'memory of the Node process, idle',
      figure: `${resident.toFixed(0)} MB`,
      peer: `limit ${limits.residentMb} MB`,
      ratio: limits.residentMb / resident,
      target: `<= ${limits.residentMb} MB`,
      met: resident <= limits.residentMb,
    },
  ];
}
