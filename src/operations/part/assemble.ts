import { partKeys, partKind } from '../../record/field-at.ts';
import type { PostmortemRecord } from '../../record/record.ts';

/** One kept part of a record: a group, a text or an entry of a collection (`id` is empty for the first two). */
export type Part = {
  key: string;
  id: string;
  position: number;
  value: unknown;
  /** Field to the version that set it last. */
  touched: Record<string, number>;
  version: number;
};

/** Where the parts of a record are kept: per part its versions, per collection the id of each entry in order. */
export type PartVersions = Record<string, number | { id: string; version: number }[]>;

/** The order of the entries of a list: by position, then id. */
export const byPosition = (a: Pick<Part, 'position' | 'id'>, b: Pick<Part, 'position' | 'id'>): number =>
  a.position - b.position || (a.id < b.id ? -1 : 1);

/** Puts the record together from its parts, in the order of the record; entries by position, then id. */
export function assemble(parts: Part[]): { record: PostmortemRecord; versions: PartVersions } {
  const byKey = Map.groupBy(parts, ({ key }) => key);
  const record: Record<string, unknown> = {};
  const versions: PartVersions = {};
  for (const key of partKeys) {
    const own = byKey.get(key);
    if (own === undefined) continue;
    if (partKind(key) === 'collection') {
      const entries = own.toSorted(byPosition);
      record[key] = entries.map(({ value }) => value);
      versions[key] = entries.map(({ id, version }) => ({ id, version }));
    } else {
      record[key] = own[0]?.value;
      versions[key] = own[0]?.version ?? 0;
    }
  }
  return { record: record as PostmortemRecord, versions };
}

/** The parts that a record is kept as. `newId` gives the ids of entries. */
export function partsOf(record: PostmortemRecord, newId: () => string): Part[] {
  const parts: Part[] = [];
  const base = { touched: {}, version: 1 };
  for (const [key, value] of Object.entries(record)) {
    if (value === undefined || partKind(key) === undefined) continue;
    if (Array.isArray(value))
      for (const [index, entry] of value.entries())
        parts.push({ ...base, key, id: newId(), position: index + 1, value: entry });
    else parts.push({ ...base, key, id: '', position: 0, value });
  }
  return parts;
}
