import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runsIn, startTicks } from './process-table.ts';

/** A running Postgres. `startTicks` tells it from a later process with the same pid. */
export type Postmaster = { pid: number; startTicks: string; socketFolder: string; port: number };

/** What postmaster.pid says; its lines are pid, data folder, start time, port, socket folder, … (miscadmin.h of PostgreSQL). */
export async function readPidFile(
  cluster: string,
): Promise<{ pid: number; port: number; socketFolder: string } | undefined> {
  const content = await readFile(path.join(cluster, 'postmaster.pid'), 'utf8').catch(() => undefined);
  if (content === undefined) return undefined;
  const lines = content.split('\n');
  // A server in single-user mode writes its pid negative.
  return { pid: Math.abs(Number(lines[0])), port: Number(lines[3]), socketFolder: lines[4] ?? '' };
}

/** The Postgres that runs on this database folder. Its working folder proves it: a pid alone may be another process by now. */
export async function findPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const file = await readPidFile(cluster);
  if (file === undefined || !Number.isSafeInteger(file.pid) || file.pid <= 0) return undefined;
  const ticks = startTicks(file.pid);
  if (ticks === undefined || !(await runsIn(file.pid, cluster))) return undefined;
  return { pid: file.pid, startTicks: ticks, socketFolder: file.socketFolder, port: file.port };
}

/** Whether it still lives; a zombie does not. */
export const isAlive = ({ pid, startTicks: ticks }: Pick<Postmaster, 'pid' | 'startTicks'>): boolean =>
  startTicks(pid) === ticks;

/** Waits until it has ended; false when it still lives after `limitMs`. */
export async function waitForEnd(server: Pick<Postmaster, 'pid' | 'startTicks'>, limitMs: number): Promise<boolean> {
  const end = Date.now() + limitMs;
  while (isAlive(server)) {
    if (Date.now() >= end) return false;
    await sleep(10);
  }
  return true;
}
