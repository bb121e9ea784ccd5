import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';

// An upload in progress writes all the time; a file nobody has written to for this long was left by a crash.
const abandonedMs = 6 * 3_600_000;

/**
 * Removes what crashed uploads left in `folder`; files another process is filling stay.
 * @param nowMs epoch milliseconds
 */
export async function sweepIncoming(folder: string, nowMs: number): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((name) => name.endsWith('.part'))) {
    const file = path.join(folder, name);
    const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: nowMs }));
    if (nowMs - mtimeMs > abandonedMs) await rm(file, { force: true });
  }
}
