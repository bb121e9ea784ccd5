import type { PostmortemRecord } from '../../record/record.ts';

/**
 * A record in the form the law compares: entries without order (a template groups them), without line numbers, claims as
 * figure and words, each once, and an unticked box like no tick at all.
 */
export function comparable(record: PostmortemRecord): { [key: string]: unknown } {
  const out: { [key: string]: unknown } = {};
  for (const [key, value] of Object.entries(record)) {
    if (key === 'claims') {
      const claims = (record.claims ?? []).map(({ figure, text }) => `${figure}: ${text}`);
      out[key] = [...new Set(claims)].toSorted();
    } else if (key === 'custom') out[key] = (record.custom ?? []).map(({ heading, text }) => ({ heading, text }));
    else if (Array.isArray(value)) out[key] = value.map((entry) => sorted(entry)).toSorted();
    else out[key] = JSON.parse(sorted(value)) as unknown;
  }
  return out;
}

function sorted(value: unknown): string {
  return JSON.stringify(value, (key, inner: unknown) => {
    if (key === 'line' || inner === false) return undefined;
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  });
}
