import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';

const isFolder = async (place: string): Promise<boolean> =>
  (await stat(place).catch(() => undefined))?.isDirectory() === true;

/**
 * Makes a folder and those above it where missing, and gives the topmost one it made. Node's own recursive `mkdir` never ends under
 * a folder that can hold none, such as /proc, which says that its new folder's parent is missing.
 * @throws the system's error for the first folder that cannot be made
 */
export async function makeFolders(folder: string, mode = 0o777): Promise<string | undefined> {
  const missing: string[] = [];
  for (let at = path.resolve(folder); !(await isFolder(at)); at = path.dirname(at)) {
    missing.unshift(at);
    if (path.dirname(at) === at) break;
  }
  for (const place of missing)
    await mkdir(place, { mode }).catch(async (error: NodeJS.ErrnoException) => {
      // Somebody else made it in the same moment.
      if (error.code !== 'EEXIST' || !(await isFolder(place))) throw error;
    });
  return missing[0];
}
