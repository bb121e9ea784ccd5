import { link, open, stat } from 'node:fs/promises';
import path from 'node:path';
import { EvidenceError } from '../evidence-error.ts';
import { makeFolder } from '../make-folder.ts';
import { objectPath } from '../object-name.ts';
import type { Received } from '../receive.ts';
import { syncFolder } from '../sync-folder.ts';

/** Flushes a file's bytes and its being read-only. */
async function seal(file: string): Promise<void> {
  const handle = await open(file, 'r');
  try {
    await handle.chmod(0o400);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Gives the file its name; a hard link, unlike a rename, never replaces what has the name already. */
async function nameOnce(file: string, target: string): Promise<boolean> {
  try {
    await link(file, target);
    return false;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return true;
    throw error;
  }
}

/**
 * Puts a received file under its hash, flushed: bytes first, then the name, then the folder's name.
 * @returns whether the object was there already
 * @throws EvidenceError `evidence.corrupt` when the one that was there has another size
 */
export async function keep(received: Received, root: string): Promise<boolean> {
  const target = path.join(root, objectPath(received.sha256));
  const shard = path.dirname(target);
  await seal(received.file);
  await makeFolder(shard);
  const existed = await nameOnce(received.file, target);
  await syncFolder(shard);
  if (!existed) return false;
  const { size } = await stat(target);
  if (size === received.bytes) return true;
  const reason = `it has ${size} bytes and should have ${received.bytes}`;
  throw new EvidenceError('evidence.corrupt', { object: received.sha256, place: root, reason });
}
