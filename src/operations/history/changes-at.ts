import { valueAt } from '../../record/value-at.ts';
import type { FieldChange } from './known-parts.ts';

/** True when a change of `inner` is one of `outer`: the same, a field of it, or an entry of its list. */
const isWithin = (inner: string, outer: string): boolean =>
  inner === outer || inner.startsWith(`${outer}.`) || inner.startsWith(`${outer}/`);

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/** What a change of something around a field means for the field; undefined where it stays as it is. */
function narrowed(change: FieldChange, path: string): FieldChange | undefined {
  const field = path.slice(change.path.length + 1);
  const now = valueAt(change.new, field) ?? null;
  if (!('old' in change)) return { path, new: now };
  const old = valueAt(change.old, field) ?? null;
  return isSame(old, now) ? undefined : { path, old, new: now };
}

/** What a place held in the record that an incident was created with. The ids of entries are not in that. */
function firstValue(record: object, path: string): FieldChange[] {
  const [key = '', ...names] = path.split('.');
  const part = (record as Record<string, unknown>)[key];
  const value = Array.isArray(part) ? undefined : valueAt(part, names.join('.'));
  return value === undefined ? [] : [{ path, old: null, new: value }];
}

/**
 * What an entry changed at one place of the record: a part (`summary`, `timeline`), a field (`summary.text`), an entry (`timeline/ID`)
 * or a field of it. That an entry came or went is a change of each of its fields. Pure.
 * @param record what the incident was created with, when that is what the entry tells
 */
export function changesAt(changes: readonly FieldChange[], path: string, record?: object): FieldChange[] {
  if (record !== undefined) return firstValue(record, path);
  return changes.flatMap((change) => {
    if (isWithin(change.path, path)) return [change];
    return isWithin(path, change.path) && path[change.path.length] === '.' ? (narrowed(change, path) ?? []) : [];
  });
}

/** True when an entry whose payload was erased may have said something of a place. */
export const mayBeOf = (subject: string, path: string): boolean =>
  subject === 'document' || isWithin(path, subject) || isWithin(subject, path);
