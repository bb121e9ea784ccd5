import { headingKey } from '../markdown/heading-key.ts';

/** The article of `l'incident` stands apart. */
const elided = /(?<!\p{L})([dl])['’](?=\p{L})/giu;
/** Where words may hang together: most labels have no such place. */
const joint = /[a-z][A-Z]|[_'’]/;
const camel = /(?<=[a-z])(?=[A-Z])/g;

/** Comparable form of a label or key: `resolvedWhen`, `started_at`, `Time to detect (TTD)` in lower case words. */
export function labelKey(name: string): string {
  if (!joint.test(name)) return headingKey(name);
  return headingKey(name.replace(camel, ' ').replace(elided, '$1 ').replaceAll('_', ' '));
}
