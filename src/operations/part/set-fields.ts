import { fieldAt } from '../../record/field-at.ts';
import { strict } from '../../record/strict.ts';
import { type FieldValues, valueAt, withField } from '../../record/value-at.ts';
import { HindcastError } from '../errors.ts';
import type { Part } from './assemble.ts';

/** A value that fits its field. @throws HindcastError `record.unknown-field`, `record.invalid-value` */
function checkedValue(key: string, path: string, value: unknown): unknown {
  const place = path === '' ? key : `${key}.${path}`;
  const schema = fieldAt(key, path);
  if (schema === undefined) throw new HindcastError('record.unknown-field', { path: place });
  if (value === null) return undefined;
  const parsed = strict(schema).safeParse(value);
  if (parsed.success) return parsed.data;
  const reason = parsed.error.issues[0]?.message ?? 'invalid';
  throw new HindcastError('record.invalid-value', { path: place, reason });
}

/** Throws for the first field that is none of the part, or whose value does not fit it; see `setFields`. */
export function requireFields(key: string, values: FieldValues): void {
  for (const [path, value] of Object.entries(values)) checkedValue(key, path, value);
}

/**
 * The part with fields set, and what changed. Pure.
 * @param seen the version the caller saw; a field that was set after it is a conflict, unless to the same value
 * @throws HindcastError `record.conflict` with both values
 */
export function setFields(part: Part, values: FieldValues, seen: number): { part: Part; changed: string[] } {
  const version = part.version + 1;
  const touched = { ...part.touched };
  const changed: string[] = [];
  let { value } = part;
  for (const [path, wanted] of Object.entries(values)) {
    const field = checkedValue(part.key, path, wanted);
    const current = valueAt(value, path);
    if (JSON.stringify(current) === JSON.stringify(field)) continue;
    const since = setSince(part, path, seen);
    if (since !== undefined)
      throw new HindcastError(
        'record.conflict',
        { path: path === '' ? part.key : `${part.key}.${path}`, seen: String(seen), version: String(part.version) },
        { data: { path, yours: wanted, theirs: current ?? null, version: part.version } },
      );
    value = withField(value, path.split('.').filter(Boolean), field);
    touched[path] = version;
    changed.push(path);
  }
  return { part: { ...part, value, touched, version }, changed };
}

/** The version after `seen` that set this field, one within it or one around it. A part that is younger than `seen` was made anew. */
function setSince(part: Part, path: string, seen: number): number | undefined {
  if (seen > part.version) return part.version;
  for (const [other, version] of Object.entries(part.touched))
    if (
      version > seen &&
      (other === path || other.startsWith(`${path}.`) || path.startsWith(`${other}.`) || path === '')
    )
      return version;
  return undefined;
}
