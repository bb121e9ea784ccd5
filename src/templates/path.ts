import type { PostmortemRecord } from '../record/record.ts';

type Group = { [key: string]: unknown };

const split = new Map<string, readonly string[]>();

/** The keys of a path of the catalogue, split once. */
function keysOf(path: string): readonly string[] {
  let keys = split.get(path);
  if (keys === undefined) split.set(path, (keys = path.split('.')));
  return keys;
}

/** The value at a path of a record's scalars: `impact.customers.users`. Only own properties count. */
export function getPath(record: PostmortemRecord, path: string): unknown {
  let at: unknown = record;
  for (const key of keysOf(path)) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined;
    at = (at as Group)[key];
  }
  return at;
}

/** Sets a scalar, making the groups on its way. The path comes from the catalogue, never from a document. */
export function setPath(record: PostmortemRecord, path: string, value: unknown): void {
  const keys = keysOf(path);
  let at = record as Group;
  for (const key of keys.slice(0, -1)) {
    if (!Object.hasOwn(at, key)) at[key] = {};
    at = at[key] as Group;
  }
  at[keys.at(-1) as string] = value;
}
