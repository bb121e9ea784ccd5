import type { Shown } from '../../../src/operations/incident/show.ts';

/** A field of the record: its part, the path within it, its value and the part's version (0 where there is none yet). */
export type FieldPlace = { part: string; path: string; value: unknown; version: number };

/** Finds a field by its path in the record: `impact.customers.users`, `criteriaText`. */
export function fieldPlace({ record, versions }: Shown, whole: string): FieldPlace {
  const [part = '', ...rest] = whole.split('.');
  const version = versions[part];
  let value: unknown = (record as Record<string, unknown>)[part];
  for (const name of rest) value = (value as Record<string, unknown> | undefined)?.[name];
  return { part, path: rest.join('.'), value, version: typeof version === 'number' ? version : 0 };
}

/** One entry of a collection with what a change of it has to name. */
export type KeptEntry = { id: string; version: number; value: Record<string, unknown>; index: number };

/** The entries of a collection at these places, all without. */
export function entriesAt({ record, versions }: Shown, collection: string, indexes?: readonly number[]): KeptEntry[] {
  const values = ((record as Record<string, unknown>)[collection] ?? []) as Record<string, unknown>[];
  const kept = versions[collection];
  const places = indexes ?? values.keys().toArray();
  return places.flatMap((index) => {
    const value = values[index];
    const { id = '', version = 0 } = (Array.isArray(kept) ? kept[index] : undefined) ?? {};
    return value === undefined ? [] : [{ id, version, value, index }];
  });
}
