import { isFields } from '../../record/value-at.ts';
import { canonicalText } from '../../ledger/canonical.ts';
import { partKeys, partKind } from '../../record/field-at.ts';
import type { Part } from '../part/assemble.ts';
import type { Content, ContentEntry } from './content.ts';
import { positionsFor } from '../part/positions.ts';

/** What has to become of the kept parts of a record for it to be another one. */
export type RestoredParts = { replaced: Part[]; added: Part[]; removed: Part[] };

const isSame = (one: unknown, other: unknown): boolean => canonicalText(one ?? null) === canonicalText(other ?? null);

/** Its fields that differ, by the version that set them: whoever saw an earlier one is told. */
function touchedBy({ value: old, touched, version }: Part, value: unknown): Part['touched'] {
  if (!isFields(old) || !isFields(value)) return { ...touched, '': version + 1 };
  const names = [...new Set([...Object.keys(old), ...Object.keys(value)])];
  const changed = names.filter((name) => !isSame(old[name], value[name]));
  return { ...touched, ...Object.fromEntries(changed.map((name) => [name, version + 1])) };
}

const replacement = (part: Part, value: unknown, position: number): Part => ({
  ...part,
  value,
  position,
  touched: isSame(part.value, value) ? part.touched : touchedBy(part, value),
  version: part.version + 1,
});

const fresh = { touched: {}, version: 1 };

/** The parts to write, anew and to take out, so that the kept ones hold the wanted record, lists in its order. Pure. */
export function restoredParts(kept: readonly Part[], wanted: Content['record']): RestoredParts {
  const parts: RestoredParts = { replaced: [], added: [], removed: [] };
  const byKey = Map.groupBy(kept, ({ key }) => key);
  for (const key of partKeys) {
    const own = byKey.get(key) ?? [];
    const value = wanted[key];
    const isList = partKind(key) === 'collection';
    const entries = isList ? ((value ?? []) as ContentEntry[]) : value === undefined ? [] : [{ id: '', value }];
    const positions = isList ? positionsFor(entries, own) : new Map([['', 0]]);
    const before = new Map(own.map((part) => [part.id, part]));
    for (const { id, value } of entries) {
      const part = before.get(id);
      const position = positions.get(id) ?? 0;
      if (part === undefined) parts.added.push({ ...fresh, key, id, position, value });
      else if (part.position !== position || !isSame(part.value, value))
        parts.replaced.push(replacement(part, value, position));
      before.delete(id);
    }
    parts.removed.push(...before.values());
  }
  return parts;
}
