import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { diskError, isMissing } from '../disk-error.ts';
import { objectAt } from '../object-name.ts';

/** The names in a folder; none when it is not there yet. */
async function names(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw diskError(error, folder);
  }
}

async function sizeOf(file: string): Promise<number | undefined> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw diskError(error, file);
  }
}

/** The objects of a folder, a shard at a time; one that is removed meanwhile is left out. */
export async function* listFrom(root: string): AsyncGenerator<{ sha256: string; bytes: number }> {
  for (const shard of (await names(root)).filter((name) => /^[0-9a-f]{2}$/.test(name))) {
    for (const name of await names(path.join(root, shard))) {
      const sha256 = objectAt(`${shard}/${name}`);
      const bytes = sha256 === undefined ? undefined : await sizeOf(path.join(root, shard, name));
      if (sha256 !== undefined && bytes !== undefined) yield { sha256, bytes };
    }
  }
}
