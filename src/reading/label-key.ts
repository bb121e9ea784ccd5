import { headingKey } from '../markdown/heading-key.ts';

/** The article of `l'incident` stands apart. */
const elided = /(?<!\p{L})([dl])['’](?=\p{L})/giu;
const camel = /(?<=[a-z])(?=[A-Z])/g;

/** Comparable form of a label or key: `resolvedWhen`, `started_at`, `Time to detect (TTD)` in lower case words. */
export function labelKey(name: string): string {
  return headingKey(name.replace(camel, ' ').replace(elided, '$1 ').replaceAll('_', ' '));
}
