import { useMemo } from 'react';
import type { Shown } from '../../../src/operations/incident/show.ts';
import { useNewest } from './shown.ts';

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

/** A field as it is now. */
export function useField(whole: string): FieldPlace {
  const value = useNewest(({ shown }) => fieldPlace(shown, whole).value);
  const version = useNewest(({ shown }) => fieldPlace(shown, whole).version);
  const [part = '', ...rest] = whole.split('.');
  return { part, path: rest.join('.'), value, version };
}

/** One entry of a collection with what a change of it has to name. */
export type KeptEntry = { id: string; version: number; value: Record<string, unknown>; index: number };

const valuesOf = (record: Shown['record'], collection: string) =>
  (record as Record<string, unknown>)[collection] as Record<string, unknown>[] | undefined;

/** The entries of a collection at these places, all without. */
export function entriesAt({ record, versions }: Shown, collection: string, indexes?: readonly number[]): KeptEntry[] {
  return entriesOf(valuesOf(record, collection), versions[collection], indexes);
}

function entriesOf(
  values: readonly Record<string, unknown>[] = [],
  kept: Shown['versions'][string] | undefined,
  indexes: readonly number[] = values.keys().toArray(),
): KeptEntry[] {
  return indexes.flatMap((index) => {
    const value = values[index];
    const { id = '', version = 0 } = (Array.isArray(kept) ? kept[index] : undefined) ?? {};
    return value === undefined ? [] : [{ id, version, value, index }];
  });
}

/** The entries of a collection as they are now; the same array as long as they are, and as `indexes` are. */
export function useEntries(collection: string, indexes?: readonly number[]): KeptEntry[] {
  const values = useNewest(({ shown }) => valuesOf(shown.record, collection));
  const kept = useNewest(({ shown }) => shown.versions[collection]);
  return useMemo(() => entriesOf(values, kept, indexes), [values, kept, indexes]);
}
