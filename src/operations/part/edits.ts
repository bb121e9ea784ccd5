import { partKeys, partKind } from '../../record/field-at.ts';
import { momentParts } from '../../record/moment.ts';
import type { PostmortemRecord } from '../../record/record.ts';
import { isFields, type FieldValues } from '../../record/value-at.ts';
import { align, fillGaps } from './align.ts';
import { byPosition, type Part } from './assemble.ts';

/**
 * What an edited document asks for: fields of parts, new entries with the kept one they follow, entries taken out, and
 * changed entries that are not kept any more.
 */
export type Edits = {
  set: { key: string; id: string; values: FieldValues }[];
  add: { key: string; entry: unknown; after: string | undefined }[];
  remove: { key: string; id: string }[];
  lost: { key: string; entry: unknown }[];
};

/** A record read from a document twice: as it is written there, and with what follows from it (dates, zones, milestones). */
export type Readings = { plain: PostmortemRecord; whole: PostmortemRecord };

type Fields = Record<string, unknown>;

/** Where something stood in a text says nothing about it. */
const notContent = new Set(['line']);
const timeFields = Object.keys(momentParts);

/** The fields of a value by path. A moment within is one field: its parts only mean something together. */
function leaves(value: unknown, path = ''): Map<string, unknown> {
  if (!isFields(value) || (path !== '' && 'written' in value)) return new Map([[path, value]]);
  const found = new Map<string, unknown>();
  for (const [name, inner] of Object.entries(value))
    if (!notContent.has(name))
      for (const [at, leaf] of leaves(inner, path === '' ? name : `${path}.${name}`)) found.set(at, leaf);
  return found;
}

const at = (value: unknown, path: string): unknown =>
  path === ''
    ? value
    : path.split('.').reduce<unknown>((inner, name) => (isFields(inner) ? inner[name] : undefined), value);

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Fields that differ between two readings of one value, with their new values from the whole reading. */
function changedFields(before: unknown, after: unknown, whole: unknown): FieldValues {
  const [old, now] = [leaves(before), leaves(after)];
  const values: FieldValues = {};
  for (const path of new Set([...old.keys(), ...now.keys()]))
    if (!same(old.get(path), now.get(path)))
      values[path] = (now.has(path) ? (at(whole, path) ?? now.get(path)) : undefined) ?? null;
  if (timeFields.some((name) => name in values))
    for (const name of timeFields)
      if (at(whole, name) !== undefined || name in values) values[name] = at(whole, name) ?? null;
  return values;
}

type Texts = ReadonlyMap<string, string>;

/** The fields of an entry as texts. Made once for each entry: entries are compared with many others. */
const textsOf = (entry: unknown): Texts =>
  new Map([...leaves(entry)].map(([path, value]) => [path, JSON.stringify(value) ?? '']));

/** The share of fields that two entries have in common, 0 to 1. */
function likeness(first: Texts, second: Texts): number {
  let shared = 0;
  for (const [path, text] of first) if (second.get(path) === text) shared += 1;
  return shared / Math.max(1, Math.min(first.size, second.size));
}

const keyOf = (texts: Texts): string => JSON.stringify([...texts]);

function pairsOf(first: readonly unknown[], second: readonly unknown[]) {
  const [from, to] = [first.map(textsOf), second.map(textsOf)];
  return align(from.map(keyOf), to.map(keyOf), (a, b) => likeness(from[a] as Texts, to[b] as Texts));
}

const withoutPlace = (entry: unknown): unknown =>
  isFields(entry) ? Object.fromEntries(Object.entries(entry).filter(([name]) => !notContent.has(name))) : entry;

function entryEdits(key: string, before: unknown[], after: unknown[], whole: unknown[], kept: Part[]): Edits {
  const edits: Edits = { set: [], add: [], remove: [], lost: [] };
  const values = kept.map(({ value }) => value);
  const places = fillGaps(pairsOf(before, values), before.length, values.length);
  const stored = new Map(places.map(({ from, to }) => [from, kept[to]?.id]));
  const origin = new Map(pairsOf(before, after).map(({ from, to }) => [to, from]));
  // Readings of one text have the same entries in the same order, or only the plain one is to be trusted.
  const meant = whole.length === after.length ? whole : after;
  let last: string | undefined;
  for (const [index, entry] of after.entries()) {
    const from = origin.get(index);
    const id = from === undefined ? undefined : stored.get(from);
    if (from === undefined) {
      edits.add.push({ key, entry: withoutPlace(meant[index]), after: last });
      continue;
    }
    const wanted = changedFields(before[from], entry, meant[index]);
    last = id ?? last;
    if (Object.keys(wanted).length === 0) continue;
    if (id !== undefined) edits.set.push({ key, id, values: wanted });
    // A computed number that somebody typed over is a claim of theirs.
    else if (key === 'claims') edits.add.push({ key, entry: withoutPlace(entry), after: last });
    else edits.lost.push({ key, entry });
  }
  const still = new Set(origin.values());
  for (const [from, id] of stored) if (id !== undefined && !still.has(from)) edits.remove.push({ key, id });
  return edits;
}

/**
 * What somebody changed in a document, as edits of the parts it was written from. Pure.
 * @param before the document as it was written, @param after as it came back, @param kept all parts there are now
 */
export function editsBetween(before: Readings, after: Readings, kept: Part[]): Edits {
  const edits: Edits = { set: [], add: [], remove: [], lost: [] };
  const [old, now, whole] = [before.plain, after.plain, after.whole] as [Fields, Fields, Fields];
  for (const key of partKeys) {
    if (partKind(key) !== 'collection') {
      const values = changedFields(old[key] ?? {}, now[key] ?? {}, whole[key]);
      if (Object.keys(values).length > 0) edits.set.push({ key, id: '', values });
      continue;
    }
    const own = kept.filter((part) => part.key === key).toSorted(byPosition);
    const more = entryEdits(
      key,
      (old[key] ?? []) as unknown[],
      (now[key] ?? []) as unknown[],
      (whole[key] ?? []) as unknown[],
      own,
    );
    edits.set.push(...more.set);
    edits.add.push(...more.add);
    edits.remove.push(...more.remove);
    edits.lost.push(...more.lost);
  }
  return edits;
}
