import { z } from 'zod';

/** JSON Schema as tools carry it. */
export type Schema = { [key: string]: unknown };

/** Letters that one schema may have: a model reads all schemas before it does anything, and sees answers anyway. */
const mostLetters = { input: 3000, output: 800 };

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const drop = new Set(['$schema', 'pattern']);

/** What answers leave out: parts of sentences for other languages. */
export const leftOutOfAnswers = 'says';

/**
 * A schema down to so many levels of objects; what lies deeper may be anything of its kind. It allows more, never less, and the
 * operation checks all of it.
 */
function shallow(schema: Schema, levels: number, closed: boolean): Schema {
  const isObject = isSchema(schema['properties']);
  if (isObject && levels === 0) return { type: 'object' };
  const inner = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(inner);
    return isSchema(value) ? shallow(value, levels - Number(isObject), closed) : value;
  };
  const entries = Object.entries(schema).flatMap(([key, value]): [string, unknown][] => {
    if (drop.has(key) || (key === 'additionalProperties' && value === false && !closed)) return [];
    // Names of properties are no keywords.
    if (key === 'properties' && isSchema(value)) {
      const kept = Object.entries(value).filter(([name]) => closed || name !== leftOutOfAnswers);
      return [[key, Object.fromEntries(kept.map(([name, one]) => [name, inner(one)]))]];
    }
    if (key === 'required' && Array.isArray(value))
      return [[key, value.filter((name) => closed || name !== leftOutOfAnswers)]];
    return [[key, inner(value)]];
  });
  return Object.fromEntries(entries);
}

/** A zod schema for a tool, as deep as it stays short. */
export function toolSchema(schema: z.ZodType, io: 'input' | 'output'): Schema {
  const whole = z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'inline' }) as Schema;
  for (let levels = 8; levels > 1; levels -= 1) {
    const short = shallow(whole, levels, io === 'input');
    if (JSON.stringify(short).length <= mostLetters[io]) return short;
  }
  return shallow(whole, 1, io === 'input');
}
