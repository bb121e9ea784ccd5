import { bodies } from '../bodies.ts';
import type { EvidenceFile, Source } from '../source.ts';
import { isIncident, isPage } from './kinds.ts';
import { read } from './read.ts';

function detect(input: EvidenceFile): number {
  if (input.entries) return 0;
  const values = bodies(input).bodies;
  if (values.some(({ value }) => isPage(value))) return 1;
  return values.some(({ value }) => isIncident(value)) ? 0.9 : 0;
}

/** Atlassian Statuspage, and pages that send the same. Its webhooks carry no signature: the address is the secret. */
export const statuspage: Source = {
  name: 'statuspage',
  title: 'Statuspage',
  sentence: 'Webhooks of a status page (incidents, maintenances, components), or its /api/v2/incidents.json.',
  detect,
  read,
  webhook: {},
};
