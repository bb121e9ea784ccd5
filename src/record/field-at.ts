import { z } from 'zod';
import { recordShape } from './record.ts';

/** What a top-level name of the record is: one object, one text, or a list of entries. */
export type PartKind = 'group' | 'text' | 'collection';

const bare = (schema: z.ZodType): z.ZodType => {
  let inner = schema;
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodDefault) inner = inner.unwrap() as z.ZodType;
  return inner;
};

/** The kind of a part by its name (`summary`, `criteriaText`, `timeline`); undefined when the record has none of that name. */
export function partKind(key: string): PartKind | undefined {
  if (!Object.hasOwn(recordShape, key)) return undefined;
  const schema = bare((recordShape as Record<string, z.ZodType>)[key] as z.ZodType);
  if (schema instanceof z.ZodArray) return 'collection';
  return schema instanceof z.ZodObject ? 'group' : 'text';
}

/** Names of all parts, in the order of the record. */
export const partKeys: readonly string[] = Object.keys(recordShape);

/** The schema of a group or of one entry of a collection. */
export function partSchema(key: string): z.ZodType | undefined {
  if (partKind(key) === undefined) return undefined;
  const schema = bare((recordShape as Record<string, z.ZodType>)[key] as z.ZodType);
  return schema instanceof z.ZodArray ? (schema.element as z.ZodType) : schema;
}

/** The schema of a field by its path within a part (`customers.users`); undefined when there is no such field. */
export function fieldAt(key: string, path: string): z.ZodType | undefined {
  let schema = partSchema(key);
  if (path === '') return schema;
  for (const name of path.split('.')) {
    const inner = schema === undefined ? undefined : bare(schema);
    if (!(inner instanceof z.ZodObject) || !Object.hasOwn(inner.shape, name)) return undefined;
    schema = (inner.shape as Record<string, z.ZodType>)[name];
  }
  return schema === undefined ? undefined : bare(schema);
}
