import { fieldAt } from '../../record/field-at.ts';
import { strict } from '../../record/strict.ts';
import { HindcastError } from '../errors.ts';
import type { Part } from './assemble.ts';

/** Fields to set by their path within the part; null removes one. For a part that is one text, the path is empty. */
export type FieldValues = Record<string, unknown>;

type Fields = Record<string, unknown>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value at a path; undefined when there is none. */
export function valueAt(value: unknown, path: string): unknown {
  if (path === '') return value;
  return path.split('.').reduce<unknown>((inner, name) => (isFields(inner) ? inner[name] : undefined), value);
}

/** The value with one field set, undefined removing it; groups left empty go with it. */
export function withField(value: unknown, names: string[], field: unknown): unknown {
  const [name, ...rest] = names;
  if (name === undefined) return field;
  const { [name]: old, ...others } = isFields(value) ? value : {};
  const inner = withField(old, rest, field);
  const gone = inner === undefined || (rest.length > 0 && isFields(inner) && Object.keys(inner).length === 0);
  return gone ? others : { ...others, [name]: inner };
}

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
