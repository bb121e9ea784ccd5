import { open } from 'node:fs/promises';

/** Makes the names in a folder survive a power loss; a file's own flush does not do that for its name. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
