import type { ContentDiff, FieldChange } from './diff-content.ts';

type Values = Record<string, unknown>;

/** What a restoration does, as the ledger keeps it, and as paths for whoever asked for it. */
export type RestoredEdits = {
  told: {
    set: { key: string; id: string; values: Values }[];
    add: { key: string; id: string; entry: unknown }[];
    remove: { key: string; id: string; before: unknown }[];
  };
  paths: { changed: string[]; added: string[]; removed: string[] };
};

const valuesOf = (fields: readonly FieldChange[]): Values =>
  Object.fromEntries(fields.map(({ path, after }) => [path, after]));

/** Fields of groups by their part; the path of one within it is empty when the part is one text. */
function groupsOf(fields: readonly FieldChange[]): Map<string, FieldChange[]> {
  const groups = new Map<string, FieldChange[]>();
  for (const { path, ...values } of fields) {
    const [key = '', ...names] = path.split('.');
    groups.set(key, [...(groups.get(key) ?? []), { path: names.join('.'), ...values }]);
  }
  return groups;
}

/** The same difference as edits: fields set, entries added and taken out. The template is told apart. Pure. */
export function restoredEdits({ fields, entries }: ContentDiff): RestoredEdits {
  const own = fields.filter(({ path }) => path !== 'template' && path !== 'templateSha256');
  const told: RestoredEdits['told'] = {
    set: [...groupsOf(own)].map(([key, group]) => ({ key, id: '', values: valuesOf(group) })),
    add: [],
    remove: [],
  };
  const changed = own.map(({ path }) => path);
  for (const entry of entries) {
    const { key, id } = entry;
    if (entry.change === 'changed') {
      told.set.push({ key, id, values: valuesOf(entry.fields) });
      changed.push(...entry.fields.map(({ path }) => `${key}/${id}.${path}`));
    } else if (entry.change === 'added') told.add.push({ key, id, entry: entry.value });
    else told.remove.push({ key, id, before: entry.value });
  }
  const placeOf = ({ key, id }: { key: string; id: string }) => `${key}/${id}`;
  return { told, paths: { changed, added: told.add.map(placeOf), removed: told.remove.map(placeOf) } };
}
