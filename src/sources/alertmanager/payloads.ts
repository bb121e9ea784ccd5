import type { EvidenceFile } from '../source.ts';
import { type JsonDocument, readDocuments } from '../documents.ts';
import { type Ignored } from '../ignored.ts';

/** The webhook bodies of a file: one, an array of them, or one per line. */
export function payloads(file: EvidenceFile): { payloads: JsonDocument[]; ignored: Ignored[] } {
  const { documents, ignored } = readDocuments(file);
  const all = documents.flatMap(({ value, at }) =>
    Array.isArray(value)
      ? value.map((item: unknown, index) => ({ value: item, at: `${at}/${index}` }))
      : [{ value, at }],
  );
  return { payloads: all, ignored };
}

/** True for a body with the marks of Alertmanager's webhook (Grafana sends the same with more). */
export function isWebhook(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'alerts' in value && Array.isArray(value.alerts);
}
