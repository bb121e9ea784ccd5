import { open, rename, rm, stat } from 'node:fs/promises';
import { freeBytes, spaceLimits } from './space.ts';

const mb = 1024 * 1024;
const spareBytes = 64 * mb;

/**
 * Keeps 64 MB in a file that is given back when the disk is full, so that the server can come up and be read. Written in full
 * (a file with holes takes no space), not at all when space is short. Stops when `over` says so.
 */
export async function keepSpare(file: string, folder: string, over: () => boolean): Promise<void> {
  if ((await stat(file).catch(() => undefined))?.size === spareBytes) return;
  if ((await freeBytes(folder)) < spaceLimits.uploads + spareBytes) return;
  const half = `${file}.new`;
  const handle = await open(half, 'w', 0o600);
  const zeros = Buffer.alloc(mb);
  let written = 0;
  try {
    for (; written < spareBytes && !over(); written += mb) await handle.write(zeros);
  } finally {
    await handle.close();
  }
  if (written === spareBytes) await rename(half, file);
  else await rm(half, { force: true });
}

/** Gives the kept space back; false when there was none. */
export async function releaseSpare(file: string): Promise<boolean> {
  return rm(file).then(
    () => true,
    () => false,
  );
}
