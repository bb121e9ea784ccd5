import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { startTicks } from './process-table.ts';

/** Who holds the data folder: one process of one boot of one host, as text in the lock file. */
export type LockOwner = {
  pid: number;
  startTicks: string;
  boot: string;
  pidNamespace: string;
  host: string;
  since: string;
};

/** This process as the holder of a lock. `since` is RFC 3339. */
export function ourselves(): LockOwner {
  return {
    pid: process.pid,
    startTicks: startTicks(process.pid) ?? '',
    boot: readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim(),
    pidNamespace: readlinkSync('/proc/self/ns/pid'),
    host: hostname(),
    since: new Date().toISOString(),
  };
}

/** Reads the text of a lock file; undefined when it is no whole owner (half written before a power cut). */
export function readOwner(text: string): LockOwner | undefined {
  try {
    const owner = JSON.parse(text) as LockOwner | null;
    return typeof owner?.pid === 'number' && typeof owner.startTicks === 'string' ? owner : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Whether that process still lives. `unknown` for another machine or container, whose processes we cannot see:
 * then only the beat of the lock file tells.
 */
export function lifeOf(owner: LockOwner, us: LockOwner): 'alive' | 'dead' | 'unknown' {
  if (owner.boot === us.boot && owner.pidNamespace === us.pidNamespace) {
    return startTicks(owner.pid) === owner.startTicks ? 'alive' : 'dead';
  }
  return owner.boot !== us.boot && owner.host === us.host ? 'dead' : 'unknown';
}
