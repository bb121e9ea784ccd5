type Schema = {
  type?: string;
  enum?: unknown[];
  const?: unknown;
  items?: Schema;
  properties?: Record<string, Schema>;
  anyOf?: Schema[];
  format?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  maxItems?: number;
  default?: unknown;
};

const number = (value: number): string => value.toLocaleString('en');

/** Bounds in words: `1 to 200`, `up to 300 characters`. */
function bounds({ type, minimum, maximum, maxLength, maxItems }: Schema): string {
  const safe = (value: number | undefined) => value !== undefined && Math.abs(value) < Number.MAX_SAFE_INTEGER;
  if (type === 'integer' || type === 'number') {
    if (safe(minimum) && safe(maximum)) return `, ${number(minimum as number)} to ${number(maximum as number)}`;
    return safe(minimum) ? `, from ${number(minimum as number)}` : '';
  }
  if (maxLength !== undefined) return `, up to ${number(maxLength)} characters`;
  return maxItems === undefined ? '' : `, up to ${number(maxItems)}`;
}

/** A JSON Schema in a few words for a person: `text, up to 300 characters`, `one of draft, approved`, `list of objects (at, text …)`. */
export function describeType(schema: unknown): string {
  const given = schema as Schema;
  const otherwise = given.default === undefined ? '' : `; ${JSON.stringify(given.default)} without`;
  return `${words(given)}${bounds(given)}${otherwise}`;
}

function words(schema: Schema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return `one of ${schema.enum.join(', ')}`;
  if (schema.anyOf !== undefined) return schema.anyOf.map(words).join(' or ');
  if (schema.type === 'array') return `list of ${words(schema.items ?? {})}`;
  if (schema.type === 'object') {
    const names = Object.keys(schema.properties ?? {});
    if (names.length === 0) return 'object';
    return `object with ${names.slice(0, 12).join(', ')}${names.length > 12 ? ' …' : ''}`;
  }
  if (schema.type === 'string') return 'text';
  if (schema.type === 'integer') return 'whole number';
  if (schema.type === 'boolean') return 'true or false';
  return schema.type ?? 'anything';
}
