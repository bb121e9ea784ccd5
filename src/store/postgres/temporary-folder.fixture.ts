import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A data folder for the tests of a file. As root its parent must let the server's user through, which mkdtemp does not. */
export async function temporaryFolder(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const parent = await mkdtemp(path.join(tmpdir(), 'hindcast-test-'));
  await chmod(parent, 0o755);
  return {
    folder: path.join(parent, 'data'),
    remove: () => rm(parent, { recursive: true, force: true, maxRetries: 5 }),
  };
}
