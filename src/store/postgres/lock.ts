import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type LockOwner, lifeOf, ourselves, readOwner } from './lock-owner.ts';
import { PostgresError } from './postgres-error.ts';

/** The data folder is ours until `release`. */
export type Lock = { release: () => Promise<void> };

const beatMs = 1000;
/** So long a lock of another container is watched for a beat before it counts as left behind. */
const watchMs = 5 * beatMs;

async function beats(file: string): Promise<boolean> {
  const before = (await stat(file)).mtimeMs;
  const end = Date.now() + watchMs;
  while (Date.now() < end) {
    await sleep(beatMs / 4);
    if ((await stat(file)).mtimeMs !== before) return true;
  }
  return false;
}

function inUse(dataFolder: string, owner: LockOwner | undefined): PostgresError {
  const holder =
    owner === undefined ? 'another process' : `process ${owner.pid} on ${owner.host}, since ${owner.since}`;
  return new PostgresError(
    'postgres.in-use',
    `the data folder ${dataFolder} is in use by another Hindcast: ${holder}`,
    'Use that one, or stop it first; for a second server beside it, set HINDCAST_DATA to another folder.',
  );
}

/** Moves a lock that was left behind out of the way; false when another process was quicker. */
async function removeStale(file: string, judged: string): Promise<boolean> {
  const aside = `${file}.${randomUUID()}`;
  await rename(file, aside);
  const moved = await readFile(aside, 'utf8');
  // Between our look and our move another process may have taken the lock anew: it gets it back.
  if (moved !== judged) await link(aside, file).catch(() => undefined);
  await rm(aside);
  return moved === judged;
}

async function take(file: string, text: string): Promise<boolean> {
  const whole = `${file}.${randomUUID()}`;
  await writeFile(whole, text, { mode: 0o600 });
  try {
    // A link appears with its whole text at once; `open wx` would show others an empty file first.
    await link(whole, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(whole);
  }
}

function hold(file: string, text: string): Lock {
  const timer = setInterval(() => {
    const now = new Date();
    utimes(file, now, now).catch(() => undefined);
  }, beatMs);
  timer.unref();
  return {
    release: async () => {
      clearInterval(timer);
      if ((await readFile(file, 'utf8').catch(() => '')) === text) await rm(file, { force: true });
    },
  };
}

/**
 * Takes the data folder for this process. A lock of a dead process is replaced. Safe between processes of one machine, and
 * between containers that share the folder by the beat of its modification time.
 * @throws PostgresError `postgres.in-use`, naming the holder
 */
export async function takeLock(dataFolder: string): Promise<Lock> {
  const file = path.join(dataFolder, 'lock');
  const us = ourselves();
  const text = `${JSON.stringify(us)}\n`;
  for (let attempt = 0; attempt < 20; attempt++) {
    if (await take(file, text)) return hold(file, text);
    const found = await readFile(file, 'utf8').catch(() => undefined);
    if (found === undefined) continue;
    const owner = readOwner(found);
    const life = owner === undefined ? 'unknown' : lifeOf(owner, us);
    try {
      if (life === 'alive' || (life === 'unknown' && (await beats(file)))) throw inUse(dataFolder, owner);
      await removeStale(file, found);
    } catch (error) {
      // Gone meanwhile: its holder ended, or another process removed it.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
  throw inUse(dataFolder, undefined);
}
