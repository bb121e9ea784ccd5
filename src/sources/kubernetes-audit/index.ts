import { bearerWebhook } from '../bearer.ts';
import type { EvidenceFile, Source } from '../source.ts';
import { entries, isEntry } from './entries.ts';
import { read } from './read.ts';

function detect(input: EvidenceFile): number {
  if (input.entries) return 0;
  return entries(input).entries.some(({ value }) => isEntry(value)) ? 1 : 0;
}

/** The audit log of a Kubernetes API server. Cluster events are read by `kubernetes`. */
export const kubernetesAudit: Source = {
  name: 'kubernetes-audit',
  title: 'Kubernetes audit log',
  sentence: 'The audit log of the API server (audit.k8s.io): its file, or what its webhook backend posts.',
  detect,
  read,
  webhook: bearerWebhook,
};
