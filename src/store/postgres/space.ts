import { statfs } from 'node:fs/promises';

const mb = 1024 * 1024;

/** Free bytes below which something stops, before Postgres itself finds out that the disk is full. */
export const spaceLimits = { uploads: 500 * mb, writes: 200 * mb, start: 100 * mb };

/** What the free space still allows: everything, no uploads, or reading only. */
export type SpaceState = 'enough' | 'no-uploads' | 'read-only';

/** What `freeBytes` of free space allow. */
export function judgeSpace(freeBytes: number): SpaceState {
  if (freeBytes < spaceLimits.writes) return 'read-only';
  return freeBytes < spaceLimits.uploads ? 'no-uploads' : 'enough';
}

/** Free bytes on the disk of `folder`, without the share that is kept for root. */
export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
