import { headingKey } from '../markdown/heading-key.ts';

const camel = /(?<=[a-z])(?=[A-Z])/g;

/** Comparable form of a label or key: `resolvedWhen`, `started_at`, `Time to detect (TTD)` in lower case words. */
export function labelKey(name: string): string {
  return headingKey(name.replace(camel, ' ').replaceAll('_', ' '));
}
