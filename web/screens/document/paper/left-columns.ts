import type { LayoutColumn } from '../../../../src/templates/layout/layout.ts';
import { fieldName } from '../../../parts/field-name.ts';
import type { KeptEntry } from '../record-at.ts';

/** Entries of a collection; without `indexes` all of them. */
export type LeftList = { collection: string; indexes?: number[] };
/** What is left over, by how it is shown. */
type Left = { fields: string[]; collections: LeftList[]; sections: boolean };

const collectionNames = /^([a-zA-Z]+)(?:\[(\d+)\])?$/;

/** Sorts the paths of `leftOver`: fields of groups have a dot, the others are collections and their entries. */
export function groupLeft(left: readonly string[]): Left {
  const fields: string[] = [];
  const byName = new Map<string, number[] | undefined>();
  for (const path of left) {
    const [, name = '', index] = collectionNames.exec(path) ?? [];
    if (path === 'criteriaText' || name === '') fields.push(path);
    else if (index === undefined) byName.set(name, undefined);
    else byName.set(name, [...(byName.get(name) ?? []), Number(index)]);
  }
  const sections = byName.delete('custom');
  const collections = [...byName].map(([collection, indexes]) =>
    indexes === undefined ? { collection } : { collection, indexes },
  );
  return { fields, collections, sections };
}

/** Parts of a moment and notes of readers are no columns of their own. */
const unseen = new Set(['at', 'until', 'precision', 'zone', 'carried', 'line', 'written', 'inferred', 'inferredFrom']);

/** Whether a field holds a moment of its own, as when a circuit breaker opened; the time of an event lies beside its other fields. */
const isMoment = (value: unknown): boolean => typeof value === 'object' && value !== null && 'precision' in value;

/** The fields that one of the entries has, the time of events first; moments of their own have a star behind their name. */
export function keysOf(collection: string, entries: readonly KeptEntry[]): string[] {
  const fields = entries.flatMap(({ value }) => Object.entries(value));
  const moments = new Set(fields.filter(([, value]) => isMoment(value)).map(([key]) => key));
  const keys = new Set(fields.map(([key]) => key).filter((key) => !unseen.has(key) || moments.has(key)));
  const time = collection === 'timeline' ? ['time*'] : [];
  return [...time, ...[...keys].map((key) => (moments.has(key) ? `${key}*` : key))];
}

/** A column for each field that `keysOf` names. */
export const columnsFor = (keys: readonly string[]): LayoutColumn[] =>
  keys.map((name) => {
    const key = name.replace('*', '');
    return { key, title: fieldName(key), field: name.endsWith('*') ? 'moment' : 'line' };
  });
