import { fieldAt, partKind } from '../../record/field-at.ts';
import { HindcastError } from '../errors.ts';
import { valueAt, withField } from '../../record/value-at.ts';
import type { Content, ContentEntry } from './content.ts';

type Record = Content['record'];

const place = /^(\w+)(?:\/([^.]+))?(?:\.(.+))?$/;

/** A value with one field as another has it. What is left empty goes with it, unless the other is empty there too. */
function withFieldOf(present: unknown, then: unknown, path: string): unknown {
  const value = withField(present, path.split('.'), valueAt(then, path));
  return then === undefined && JSON.stringify(value) === '{}' ? undefined : value;
}

const entryAt = (entries: ContentEntry[], id: string): ContentEntry | undefined =>
  entries.find((entry) => entry.id === id);

/** The entry behind the nearest one before it that is still there. */
function inserted(entries: ContentEntry[], then: ContentEntry[], entry: ContentEntry): ContentEntry[] {
  const before = then.slice(0, then.indexOf(entry)).findLast(({ id }) => entryAt(entries, id) !== undefined);
  return entries.toSpliced(entries.findIndex(({ id }) => id === before?.id) + 1, 0, entry);
}

function withEntryOf(key: string, present: Record, then: Record, id: string, path: string | undefined): ContentEntry[] {
  const [now, old] = [(present[key] ?? []) as ContentEntry[], (then[key] ?? []) as ContentEntry[]];
  const entry = entryAt(old, id);
  const current = entryAt(now, id);
  if (entry === undefined || (current === undefined && path !== undefined))
    throw new HindcastError('record.entry-not-found', { key, id });
  if (current === undefined) return inserted(now, old, entry);
  const value = path === undefined ? entry.value : withFieldOf(current.value, entry.value, path);
  return now.map((one) => (one === current ? { id, value } : one));
}

/**
 * A record with what stands at one place of it as it was then: a part (`summary`, `timeline`), a field of one (`summary.text`), an
 * entry of a list (`timeline/ID`) or a field of that (`timeline/ID.text`). Everything without a path. Pure.
 * @throws HindcastError `record.unknown-field`, `record.entry-not-found`
 */
export function restoredRecord(present: Record, then: Record, path?: string): Record {
  if (path === undefined) return then;
  const [, key = '', id, field] = place.exec(path) ?? [];
  const kind = partKind(key);
  const isThere = field === undefined ? kind !== undefined : fieldAt(key, field) !== undefined;
  if (!isThere || (kind === 'collection' ? id === undefined && field !== undefined : id !== undefined))
    throw new HindcastError('record.unknown-field', { path });
  if (id !== undefined) return { ...present, [key]: withEntryOf(key, present, then, id, field) };
  return { ...present, [key]: field === undefined ? then[key] : withFieldOf(present[key], then[key], field) };
}
