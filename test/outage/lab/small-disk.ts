import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { chmod, mkdtemp, open, rm, statfs } from 'node:fs/promises';
import path from 'node:path';

/** A disk in memory of a given size that can be filled and emptied. */
export type SmallDisk = {
  folder: string;
  /** Leaves so many bytes free. */
  fill: (freeBytes: number) => Promise<void>;
  empty: () => Promise<void>;
  end: () => void;
};

const freeOf = ({ bavail, bsize }: { bavail: number; bsize: number }): number => bavail * bsize;

/** Mounts one; undefined where this user may not. */
export async function smallDisk(megabytes: number): Promise<SmallDisk | undefined> {
  const folder = await mkdtemp('/tmp/hindcast-disk-');
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0711`, 'hindcast', folder]);
  if (status !== 0) {
    await rm(folder, { recursive: true });
    return undefined;
  }
  await chmod(folder, 0o711);
  const ballast = path.join(folder, 'ballast');
  return {
    folder,
    fill: async (freeBytes) => {
      await using handle = await open(ballast, 'a');
      const block = Buffer.alloc(65_536);
      try {
        for (let left = freeOf(await statfs(folder)) - freeBytes; left >= block.length; left -= block.length)
          await handle.write(block);
      } catch (error) {
        // Somebody else took the rest meanwhile: full is full.
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      }
    },
    empty: () => rm(ballast, { force: true }),
    end: () => {
      spawnSync('umount', ['-l', folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
