import { z } from 'zod';
import { type FieldKind, kindOf } from './field.ts';
import { recordShape } from './record.ts';

/** One place a placeholder can name: `impact.customers.users`, or `actions.owner` in the collection `actions`. */
export type Field = {
  path: string;
  kind: FieldKind;
  /** Name of the collection the field belongs to; absent for a scalar. */
  collection?: string;
};

/** Fields of a collection item that are not declared as leaves but may be bound: the time of a timeline event. */
const virtualFields: Field[] = [{ path: 'timeline.time', kind: 'moment', collection: 'timeline' }];

/** Strips optional and default wrappers one by one; a leaf's kind hangs on one of them. */
function unwrap(schema: z.ZodType): { kind?: FieldKind; inner: z.ZodType } {
  let inner = schema;
  for (;;) {
    const kind = kindOf(inner);
    if (kind !== undefined) return { kind, inner };
    if (!(inner instanceof z.ZodOptional || inner instanceof z.ZodDefault)) return { inner };
    inner = inner.unwrap() as z.ZodType;
  }
}

function collect(schema: z.ZodType, path: string, collection: string | undefined, into: Map<string, Field>): void {
  const { kind, inner } = unwrap(schema);
  if (kind !== undefined) {
    into.set(path, collection === undefined ? { path, kind } : { path, kind, collection });
  } else if (inner instanceof z.ZodArray) {
    collect(inner.element as z.ZodType, path, path, into);
  } else if (inner instanceof z.ZodObject) {
    for (const [key, child] of Object.entries(inner.shape))
      collect(child as z.ZodType, path === '' ? key : `${path}.${key}`, collection, into);
  }
}

function build(): ReadonlyMap<string, Field> {
  const fields = new Map<string, Field>();
  for (const [key, schema] of Object.entries(recordShape)) {
    if (key !== 'claims' && key !== 'custom') collect(schema, key, undefined, fields);
  }
  for (const field of virtualFields) fields.set(field.path, field);
  return fields;
}

/** Every field a template can bind, by path. Claims are bound as `claims.NAME` (see claimNames.ts), custom sections never. */
export const catalogue = build();
