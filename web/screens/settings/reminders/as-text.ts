/** Settings as a person writes them, and back. What a form holds is text. */
export type Quiet = { from: string; to: string } | null;

/** `3bd, 0d` to its parts. */
export const partsOf = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

/** What stands in the form for the value of a setting. */
export const textOf = (value: unknown): string =>
  Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value : '';
