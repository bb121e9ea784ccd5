import { bodies } from '../bodies.ts';
import type { EvidenceFile, Source } from '../source.ts';
import { isIncident, isPage, isState } from './kinds.ts';
import { read } from './read.ts';

function detect(input: EvidenceFile): number {
  if (input.entries) return 0;
  const values = bodies(input).bodies;
  if (values.some(({ value }) => isPage(value))) return 1;
  if (values.some(({ value }) => isIncident(value))) return 0.9;
  // Claimed too, so that read() can say what to give; a source that a team described comes before.
  return values.some(({ value }) => isState(value)) ? 0.5 : 0;
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
