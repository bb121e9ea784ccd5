import type { Shown } from '../../../src/operations/incident/show.ts';
import { idNow, noteId } from './entry-ids.ts';
import type { Expected } from './expected.ts';
import { type FieldValues, withFields } from '../../../src/record/value-at.ts';

type Kept = { id: string; version: number };
type Lists = { values: unknown[]; kept: Kept[] };

function listsOf(shown: Shown, key: string): Lists {
  const kept = shown.versions[key];
  const values = (shown.record as Record<string, unknown>)[key];
  return { values: Array.isArray(values) ? values : [], kept: Array.isArray(kept) ? kept : [] };
}

const withLists = (shown: Shown, key: string, { values, kept }: Lists): Shown => ({
  ...shown,
  record: { ...shown.record, [key]: values },
  versions: { ...shown.versions, [key]: kept },
});

const withEntryAt = (
  shown: Shown,
  key: string,
  { entry, value, index }: { entry: Kept; value: unknown; index: number },
): Shown => {
  const { values, kept } = listsOf(shown, key);
  return withLists(shown, key, { values: values.toSpliced(index, 0, value), kept: kept.toSpliced(index, 0, entry) });
};

const indexOf = ({ kept }: Lists, id: string): number =>
  kept.findIndex((entry) => entry.id === id || entry.id === idNow(id));

/** The value and version of a part as it is shown; `id` is empty for a group or text. */
export function partOf(shown: Shown, key: string, id: string): { value: unknown; version: number; index: number } {
  if (id === '') {
    const version = shown.versions[key];
    const value = (shown.record as Record<string, unknown>)[key];
    return { value, version: typeof version === 'number' ? version : 0, index: 0 };
  }
  const lists = listsOf(shown, key);
  const index = indexOf(lists, id);
  return { value: lists.values[index], version: lists.kept[index]?.version ?? 0, index };
}

/** Ids of a list's entries, in their order. */
export const idsOf = (shown: Shown | undefined, key: string): string[] =>
  shown === undefined ? [] : listsOf(shown, key).kept.map(({ id }) => id);

/** Fields of a part set. */
export const settingFields =
  (key: string, id: string, set: FieldValues): Expected =>
  (shown) => {
    if (id === '') {
      const value = withFields(partOf(shown, key, '').value, set);
      return { ...shown, record: { ...shown.record, [key]: value } };
    }
    const lists = listsOf(shown, key);
    const at = indexOf(lists, id);
    if (at < 0) return shown;
    return withLists(shown, key, { ...lists, values: lists.values.with(at, withFields(lists.values[at], set)) });
  };

/** The version of a part after it was saved. */
export const settingVersion =
  (key: string, id: string, version: number): Expected =>
  (shown) => {
    if (id === '') return { ...shown, versions: { ...shown.versions, [key]: version } };
    const lists = listsOf(shown, key);
    const at = indexOf(lists, id);
    const kept = lists.kept[at];
    if (kept === undefined) return shown;
    return withLists(shown, key, { ...lists, kept: lists.kept.with(at, { ...kept, version }) });
  };

/** The same text for the same fields in any order: the server has an order of its own. */
const sortedText = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

/** Where something stands behind an entry: at the end without one, first for an empty id. */
const behind = (lists: Lists, after: string | undefined): number => {
  if (after === '') return 0;
  const at = after === undefined ? -1 : indexOf(lists, after);
  return at < 0 ? lists.kept.length : at + 1;
};

/** An entry behind another, or at the end, unless it came there meanwhile: `known` are the ids there were before. */
export const addingEntry =
  (key: string, entry: Kept, value: unknown, known: ReadonlySet<string> = new Set(), after?: string): Expected =>
  (shown) => {
    const lists = listsOf(shown, key);
    if (indexOf(lists, entry.id) >= 0) return shown;
    const text = sortedText(value);
    const arrived = lists.kept.find(({ id }, index) => !known.has(id) && sortedText(lists.values[index]) === text);
    if (arrived !== undefined) {
      noteId(entry.id, arrived.id);
      return shown;
    }
    return withEntryAt(shown, key, { entry, value, index: behind(lists, after) });
  };

/** An entry under the id that the server gave it. */
export const namingEntry =
  (key: string, shownAs: string, entry: Kept): Expected =>
  (shown) => {
    const lists = listsOf(shown, key);
    const at = lists.kept.findIndex(({ id }) => id === shownAs);
    if (at < 0) return shown;
    if (lists.kept.some(({ id }) => id === entry.id)) return removingEntry(key, shownAs)(shown);
    return withLists(shown, key, { ...lists, kept: lists.kept.with(at, entry) });
  };

/** The list without an entry. */
export const removingEntry =
  (key: string, id: string): Expected =>
  (shown) => {
    const lists = listsOf(shown, key);
    const at = lists.kept.findIndex((entry) => entry.id === id);
    if (at < 0) return shown;
    return withLists(shown, key, { values: lists.values.toSpliced(at, 1), kept: lists.kept.toSpliced(at, 1) });
  };

/** An entry back where it was. */
export const returningEntry =
  (key: string, entry: Kept, value: unknown, index: number): Expected =>
  (shown) => {
    const { kept } = listsOf(shown, key);
    return kept.some(({ id }) => id === entry.id) ? shown : withEntryAt(shown, key, { entry, value, index });
  };

/** An entry behind another of its list. */
export const movingEntry =
  (key: string, id: string, after: string): Expected =>
  (shown) => {
    const lists = listsOf(shown, key);
    const at = indexOf(lists, id);
    const entry = lists.kept[at];
    if (entry === undefined) return shown;
    const without = withLists(shown, key, { values: lists.values.toSpliced(at, 1), kept: lists.kept.toSpliced(at, 1) });
    const index = behind(listsOf(without, key), after);
    return withEntryAt(without, key, { entry, value: lists.values[at], index });
  };
