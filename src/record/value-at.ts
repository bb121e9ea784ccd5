/** Fields by their path within a part; undefined and null stand for none. A part that is one text has the path ''. */
export type FieldValues = Record<string, unknown>;

type Fields = Record<string, unknown>;

/** Whether a value has fields of its own: an object, and no list. */
export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value at a path; undefined when there is none. */
export function valueAt(value: unknown, path: string): unknown {
  if (path === '') return value;
  return path.split('.').reduce<unknown>((inner, name) => (isFields(inner) ? inner[name] : undefined), value);
}

/** The value with one field set, undefined removing it; groups left empty go with it. */
export function withField(value: unknown, names: readonly string[], field: unknown): unknown {
  const [name, ...rest] = names;
  if (name === undefined) return field;
  const { [name]: old, ...others } = isFields(value) ? value : {};
  const inner = withField(old, rest, field);
  const gone = inner === undefined || (rest.length > 0 && isFields(inner) && Object.keys(inner).length === 0);
  return gone ? others : { ...others, [name]: inner };
}

/** The value with fields set; what is set to null or undefined goes. */
export const withFields = (value: unknown, set: FieldValues): unknown =>
  Object.entries(set).reduce(
    (whole, [path, field]) => withField(whole, path.split('.').filter(Boolean), field ?? undefined),
    value,
  );
