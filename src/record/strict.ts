import { z } from 'zod';

/**
 * The same schema, refusing fields it does not know at every depth: a misspelt one would be dropped without a word. Rules are kept
 * on single fields only, which is where the record has them.
 */
export function strict<Value>(schema: z.ZodType<Value>): z.ZodType<Value> {
  return refusing(schema) as z.ZodType<Value>;
}

function refusing(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional) return refusing(schema.unwrap() as z.ZodType).optional();
  if (schema instanceof z.ZodArray) return z.array(refusing(schema.element as z.ZodType));
  if (!(schema instanceof z.ZodObject)) return schema;
  const fields = Object.entries(schema.shape as Record<string, z.ZodType>);
  return z.strictObject(Object.fromEntries(fields.map(([name, field]) => [name, refusing(field)])));
}
