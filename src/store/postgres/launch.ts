import { open } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { readyLimitMs, startSlow } from './adopt.ts';
import { clearRemains } from './clear-remains.ts';
import type { DataFolder } from './data-folder.ts';
import { PostgresError } from './postgres-error.ts';
import type { Postmaster } from './postmaster.ts';
import { startTicks } from './process-table.ts';
import type { Programs } from './programs.ts';
import { waitUntilReady } from './ready.ts';
import { runProgram } from './run-program.ts';
import type { RunUser } from './run-user.ts';
import { fixedSettings, port } from './settings.ts';
import { freeBytes, spaceLimits } from './space.ts';
import { startReason } from './start-reason.ts';

/** Everything that a start needs, settled once. */
export type Launch = { folder: DataFolder; programs: Programs; user: RunUser; socketFolder: string };

/** What a server says that was started too soon after another one was killed. */
const passing = /lock file|shared memory block/;
const passingLimitMs = 10_000;

async function spawnServer({
  folder,
  programs,
  user,
  socketFolder,
}: Launch): Promise<{ pid: number; ended: () => boolean }> {
  const settings = Object.entries(fixedSettings(socketFolder)).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  // A file and not a pipe: the server outlives us when we are killed.
  const log = await open(folder.startLog, 'w', 0o600);
  try {
    const child = runProgram(programs.postgres, ['-D', folder.cluster, ...settings], user, ['ignore', log.fd, log.fd]);
    let ended = false;
    child.once('exit', () => (ended = true));
    child.once('error', () => (ended = true));
    child.unref();
    return { pid: child.pid ?? 0, ended: () => ended };
  } finally {
    await log.close();
  }
}

async function failure({ folder }: Launch, reason: string): Promise<PostgresError> {
  const free = await freeBytes(folder.root);
  if (free < spaceLimits.start) {
    return new PostgresError(
      'postgres.disk-full',
      `Postgres cannot start: the disk of ${folder.root} is full (${Math.floor(free / 1e6)} MB free)`,
      `Free ${Math.ceil(spaceLimits.start / 1e6)} MB there and start again. What was saved is safe.`,
    );
  }
  return new PostgresError(
    'postgres.start-failed',
    `Postgres did not start on ${folder.cluster}: ${reason || 'it said nothing'}`,
    `See ${folder.startLog} and ${folder.cluster}/log. Nothing was changed.`,
  );
}

/**
 * Starts the server and waits until it answers. The remains of a killed one are cleared, and its lock and shared memory,
 * which the system frees late, are waited for. @throws PostgresError `postgres.start-failed`, `.disk-full`, `.start-slow`
 */
export async function launch(start: Launch): Promise<Postmaster> {
  const { folder, socketFolder } = start;
  const limit = Date.now() + passingLimitMs;
  for (;;) {
    await clearRemains(folder.cluster, socketFolder);
    const { pid, ended } = await spawnServer(start);
    const ticks = startTicks(pid);
    const answered = await waitUntilReady(socketFolder, port, ended, readyLimitMs);
    if (answered === folder.cluster && ticks !== undefined) return { pid, startTicks: ticks, socketFolder, port };
    if (!ended()) throw startSlow(folder.cluster, pid);
    const reason = await startReason(folder.startLog, folder.cluster);
    if (!passing.test(reason) || Date.now() > limit) throw await failure(start, reason);
    await sleep(50);
  }
}
