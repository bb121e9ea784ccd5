import { rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { postgresProcessesIn } from './process-table.ts';
import { port } from './settings.ts';

const quitLimitMs = 5000;

/**
 * Clears what a killed server left behind: its other processes are told to quit at once, and when none is left its two lock
 * files are removed. Postgres would wait for a dead pid that is not collected yet, and refuse for ever when the pid is another
 * process by now or a power cut left the file empty. While a process lives the files stay, and Postgres refuses by them.
 */
export async function clearRemains(cluster: string, socketFolder: string): Promise<void> {
  const lockFiles = [path.join(cluster, 'postmaster.pid'), path.join(socketFolder, `.s.PGSQL.${port}.lock`)];
  const end = Date.now() + quitLimitMs;
  for (;;) {
    const pids = await postgresProcessesIn(cluster);
    if (pids.length === 0) break;
    if (Date.now() > end) return;
    for (const pid of pids) quit(pid);
    await sleep(10);
  }
  for (const file of lockFiles) await rm(file, { force: true });
}

/** SIGQUIT is Postgres's own order to stop without cleaning up; what is committed lies in the log already. */
function quit(pid: number): void {
  try {
    process.kill(pid, 'SIGQUIT');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
