import path from 'node:path';
import { makeFolders } from '../make-folders.ts';
import { syncFolder } from './sync-folder.ts';

/** Makes a folder and those above it where missing, each durable: the name of every new one is flushed. */
export async function makeFolder(folder: string): Promise<void> {
  const first = await makeFolders(folder, 0o700);
  if (first === undefined) return;
  const above = path.dirname(path.resolve(first));
  for (let at = path.dirname(path.resolve(folder)); at.length >= above.length; at = path.dirname(at)) {
    await syncFolder(at);
    if (at === above) return;
  }
}
