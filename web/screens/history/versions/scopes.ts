import type { ContentDiff } from '../../../../src/operations/versions/diff-content.ts';
import { fieldName } from '../../../parts/field-name.ts';

/** One thing that may come back alone. */
export type Scope = { value: string; label: string };

const notOfRecord = new Set(['template', 'templateSha256']);

/** The parts that differ, each followed by its fields where several of one do: what may be restored by itself. */
export function scopesOf({ fields, entries, reordered }: ContentDiff): Scope[] {
  const own = fields.filter(({ path }) => !notOfRecord.has(path));
  const groups = Map.groupBy(own, ({ path }) => path.split('.')[0] ?? path);
  const lists = new Set([...entries.map(({ key }) => key), ...reordered]);
  const scope = (value: string): Scope => ({ value, label: fieldName(value) });
  return [
    ...[...groups].flatMap(([key, group]) => [
      scope(key),
      ...(group.length > 1 ? group.map(({ path }) => scope(path)) : []),
    ]),
    ...[...lists].map(scope),
  ].toSorted((a, b) => a.label.localeCompare(b.label));
}
