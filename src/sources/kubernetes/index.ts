import { bearerWebhook } from '../bearer.ts';
import type { EvidenceFile, Source } from '../source.ts';
import { isAudit, isEvent, items } from './items.ts';
import { read } from './read.ts';

function detect(input: EvidenceFile): number {
  if (input.entries) return 0;
  const values = items(input).items.map(({ value }) => value);
  if (values.some(isEvent)) return 1;
  // Audit logs have a source of their own; other objects are claimed, so that read() can say what they are.
  if (values.some(isAudit)) return 0;
  return values.some((value) => typeof value === 'object' && value !== null && 'apiVersion' in value && 'kind' in value)
    ? 0.6
    : 0;
}

/** Kubernetes cluster events. */
export const kubernetes: Source = {
  name: 'kubernetes',
  title: 'Kubernetes',
  sentence:
    'Cluster events as `kubectl get events -o json` prints them or an exporter posts them, of API v1 or events.k8s.io/v1.',
  detect,
  read,
  webhook: bearerWebhook,
};
