import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Config, defaultConfig, parseConfig } from '../operations/config.ts';
import { HindcastError, reasonOf } from '../operations/errors.ts';

/** A config and the folder its paths count from. */
export type PlacedConfig = { config: Config; folder: string };

const names = ['hindcast.yaml', 'hindcast.yml'];

function load(file: string): PlacedConfig {
  const name = path.relative(process.cwd(), file) || file;
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new HindcastError(missing ? 'input.not-found' : 'input.unreadable', { file: name, reason: reasonOf(error) });
  }
  return { config: parseConfig(text, name), folder: path.dirname(file) };
}

function nearest(folder: string): string | undefined {
  for (let current = folder; ; current = path.dirname(current)) {
    const file = names.map((name) => path.join(current, name)).find((candidate) => existsSync(candidate));
    if (file !== undefined) return file;
    if (path.dirname(current) === current) return undefined;
  }
}

/** Finds the config of each document: the nearest `hindcast.yaml` upward from it, or the one named on the command line. */
export function configFinder(named?: string): (document: string) => PlacedConfig {
  const fixed = named === undefined ? undefined : load(path.resolve(named));
  const byFile = new Map<string, PlacedConfig>();
  const byFolder = new Map<string, PlacedConfig>();
  const loadOnce = (file: string): PlacedConfig => {
    const placed = byFile.get(file) ?? load(file);
    byFile.set(file, placed);
    return placed;
  };
  return (document) => {
    if (fixed !== undefined) return fixed;
    const folder = document === '-' ? process.cwd() : path.dirname(path.resolve(document));
    const file = byFolder.has(folder) ? undefined : nearest(folder);
    const placed = byFolder.get(folder) ?? (file === undefined ? { config: defaultConfig, folder } : loadOnce(file));
    byFolder.set(folder, placed);
    return placed;
  };
}
