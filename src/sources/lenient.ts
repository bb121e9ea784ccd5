import { z } from 'zod';

/** A text that may be missing: numbers and booleans count as their text, anything else and an empty one as missing. */
export const Text = z
  .unknown()
  .optional()
  .transform((value): string | undefined => {
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    return typeof value === 'string' && value.trim() !== '' ? value : undefined;
  });

/** A number that may be missing; anything else counts as missing. */
export const Num = z.number().optional().catch(undefined);
/** True or false that may be missing, likewise. */
export const Flag = z.boolean().optional().catch(undefined);
/** Anything, or nothing. */
export const Anything = z.unknown().optional();
/** An object with these members that may be missing; anything else counts as missing. */
export const Part = <T extends z.ZodRawShape>(shape: T) => z.object(shape).optional().catch(undefined);

/** A list that may be missing; anything else counts as empty. */
export const List = z
  .unknown()
  .optional()
  .transform((value): unknown[] => (Array.isArray(value) ? value : []));

/** An object of any members that may be missing; anything else counts as empty. */
export const Members = z
  .unknown()
  .optional()
  .transform((value): Record<string, unknown> => membersOf(value));

/** True for an object, not for a list. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The members of a value, none for what is no object. Look up with `Object.hasOwn`, or use `textOf`. */
export function membersOf(value: unknown): Record<string, unknown> {
  return isObject(value) ? value : {};
}

/** The own member `name` of a value; undefined where there is none. */
export function memberOf(value: unknown, name: string): unknown {
  const members = membersOf(value);
  return Object.hasOwn(members, name) ? members[name] : undefined;
}

/** The own member `name` as a text, as `Text` reads it. */
export const textOf = (value: unknown, name: string): string | undefined => Text.parse(memberOf(value, name));
