import { z } from 'zod';

/**
 * What a leaf of the record holds. Leaves keep what was stated, as text; what it means is computed by `figures/`.
 * line: one line of text. prose: Markdown of any length. day: a calendar day as written. flag: true or false.
 * choice: one word of a scale that the template maps. moment: an object, see moment.ts.
 */
export type FieldKind = 'line' | 'prose' | 'day' | 'flag' | 'choice' | 'moment';

const kinds = new WeakMap<z.ZodType, FieldKind>();

function kind<T extends z.ZodType>(schema: T, name: FieldKind): z.ZodOptional<T> {
  const optional = z.optional(schema);
  kinds.set(optional, name);
  return optional;
}

/** One line of text as stated; never empty (empty means absent), never with outer blanks. */
export const line = () => kind(z.string().min(1), 'line');
/** Markdown of any length. */
export const prose = () => kind(z.string().min(1), 'prose');
/** A calendar day as written; readers normalise it to YYYY-MM-DD where it is certain. */
export const day = () => kind(z.string().min(1), 'day');
/** True or false; absent is neither. */
export const flag = () => kind(z.boolean(), 'flag');
/** A word of a scale (severity, status, priority), in the canonical form of the template's map where it has one. */
export const choice = () => kind(z.string().min(1), 'choice');
/** Marks an object schema as a moment, so that it counts as one field. */
export const asMoment = <T extends z.ZodType>(schema: T) => kind(schema, 'moment');

/** The kind of a leaf schema, or undefined when it is a group or a collection. */
export function kindOf(schema: z.ZodType): FieldKind | undefined {
  return kinds.get(schema);
}
