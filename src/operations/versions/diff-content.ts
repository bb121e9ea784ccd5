import { canonicalText } from '../../ledger/canonical.ts';
import { partKeys, partKind } from '../../record/field-at.ts';
import type { AttachedEvidence, Content, ContentEntry } from './content.ts';

/** A field that differs; null where it is absent. */
export type FieldChange = { path: string; before: unknown; after: unknown };

/** An entry of a list that differs. `value` is what was added or removed. */
export type EntryChange = { key: string; id: string } & (
  | { change: 'added' | 'removed'; value: unknown }
  | { change: 'changed'; fields: FieldChange[] }
);

/** What differs between two contents. */
export type ContentDiff = {
  fields: FieldChange[];
  entries: EntryChange[];
  /** Lists whose entries stand in another order. */
  reordered: string[];
  evidence: { added: AttachedEvidence[]; removed: AttachedEvidence[] };
};

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function leaves(value: unknown, path: string, into: Map<string, unknown>): Map<string, unknown> {
  if (isGroup(value))
    for (const [name, inner] of Object.entries(value)) leaves(inner, path === '' ? name : `${path}.${name}`, into);
  else if (value !== undefined) into.set(path, value);
  return into;
}

function fieldChanges(before: unknown, after: unknown, path: string): FieldChange[] {
  const old = leaves(before, path, new Map());
  const now = leaves(after, path, new Map());
  const paths = [...new Set([...old.keys(), ...now.keys()])];
  return (
    paths
      // A version that was kept has its fields in the order of canonical JSON.
      .filter((name) => canonicalText(old.get(name) ?? null) !== canonicalText(now.get(name) ?? null))
      .map((name) => ({ path: name, before: old.get(name) ?? null, after: now.get(name) ?? null }))
  );
}

function entryChanges(key: string, before: ContentEntry[], after: ContentEntry[]): EntryChange[] {
  const old = new Map(before.map(({ id, value }) => [id, value]));
  const now = new Map(after.map(({ id, value }) => [id, value]));
  const changes: EntryChange[] = [];
  for (const { id, value } of before) if (!now.has(id)) changes.push({ key, id, change: 'removed', value });
  for (const { id, value } of after) {
    if (!old.has(id)) changes.push({ key, id, change: 'added', value });
    else {
      const fields = fieldChanges(old.get(id), value, '');
      if (fields.length > 0) changes.push({ key, id, change: 'changed', fields });
    }
  }
  return changes;
}

function orderDiffers(before: ContentEntry[], after: ContentEntry[]): boolean {
  const kept = new Set(after.map(({ id }) => id));
  const common = before.filter(({ id }) => kept.has(id));
  const known = new Set(common.map(({ id }) => id));
  return after.filter(({ id }) => known.has(id)).some(({ id }, index) => id !== common[index]?.id);
}

/** Compares two contents field by field and entry by entry. */
export function diffContent(before: Content, after: Content): ContentDiff {
  const fields = [
    ...fieldChanges(before.template, after.template, 'template'),
    ...fieldChanges(before.templateSha256, after.templateSha256, 'templateSha256'),
  ];
  const entries: EntryChange[] = [];
  const reordered: string[] = [];
  for (const key of partKeys) {
    const [old, now] = [before.record[key], after.record[key]];
    if (partKind(key) !== 'collection') fields.push(...fieldChanges(old, now, key));
    else {
      const [was, is] = [(old ?? []) as ContentEntry[], (now ?? []) as ContentEntry[]];
      entries.push(...entryChanges(key, was, is));
      if (orderDiffers(was, is)) reordered.push(key);
    }
  }
  const within = (list: AttachedEvidence[], one: AttachedEvidence) =>
    list.some(({ name, sha256 }) => name === one.name && sha256 === one.sha256);
  const evidence = {
    added: after.evidence.filter((one) => !within(before.evidence, one)),
    removed: before.evidence.filter((one) => !within(after.evidence, one)),
  };
  return { fields, entries, reordered, evidence };
}
