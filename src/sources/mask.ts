import { secretShapes } from './secrets.ts';

/** What stands for a secret: `(masked: JWT)`. */
const maskStart = '(masked: ';

/** Replaces secrets in a text and counts them. Masking a masked text changes nothing. */
export function maskSecrets(text: string): { text: string; masked: number } {
  let masked = 0;
  let result = text;
  for (const { name, pattern, accept } of secretShapes) {
    result = result.replace(pattern, (whole: string, kept?: unknown, separator?: unknown, value?: unknown) => {
      const grouped = typeof kept === 'string' && typeof separator === 'string' && typeof value === 'string';
      if (grouped && (value.startsWith('(masked:') || (accept && !accept(value, separator)))) return whole;
      masked += 1;
      return grouped ? `${kept}${separator}${maskStart}${name})` : `${maskStart}${name})`;
    });
  }
  return { text: result, masked };
}

/** Masks every text of a value (objects, lists) in place of copies, and counts. For readings, whose depth is bounded. */
export function maskAll<T>(value: T): { value: T; masked: number } {
  let masked = 0;
  const walk = (part: unknown): unknown => {
    if (typeof part === 'string') {
      const result = maskSecrets(part);
      masked += result.masked;
      return result.text;
    }
    if (Array.isArray(part)) return part.map(walk);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, child]) => [key, walk(child)]));
  };
  return { value: walk(value) as T, masked };
}
