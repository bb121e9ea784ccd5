import { readDocuments } from '../documents.ts';
import type { EvidenceFile, Source } from '../source.ts';
import { isWebhook, payloads } from './payloads.ts';
import { read } from './read.ts';

function detect(input: EvidenceFile): number {
  if (input.entries || readDocuments(input).documents.length === 0) return 0;
  const found = payloads(input)
    .payloads.map(({ value }) => value)
    .find(isWebhook) as Record<string, unknown> | undefined;
  if (!found) return 0;
  return found['version'] === '4' && 'groupKey' in found ? 1 : 0.7;
}

/** Prometheus Alertmanager. */
export const alertmanager: Source = {
  name: 'alertmanager',
  title: 'Alertmanager',
  sentence:
    'Bodies that Prometheus Alertmanager (or Grafana alerting) posts to a webhook: one, several, or one per line.',
  detect,
  read,
};
