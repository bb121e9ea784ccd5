import type { Words } from './english.ts';

/** Some of the texts; what is left out stays English. */
export type Part<Whole> = {
  [Key in keyof Whole]?: Whole[Key] extends string | readonly unknown[] | ((...given: never[]) => unknown)
    ? Whole[Key]
    : Part<Whole[Key]>;
};

/** A language: what `languages/TAG.ts` exports as `language`. It is given the English texts. */
export type Language = (english: Words) => Part<Words>;

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The texts of one in place of those of the other, group by group. */
export function inPlaceOf<Whole extends object>(whole: Whole, part: Part<Whole>): Whole {
  const entries = Object.entries(part).map(([key, own]) => {
    const other = (whole as Record<string, unknown>)[key];
    return [key, isGroup(other) && isGroup(own) ? inPlaceOf(other, own as Part<Record<string, unknown>>) : own];
  });
  return { ...whole, ...(Object.fromEntries(entries) as Part<Whole>) };
}
