import { bearerWebhook } from '../bearer.ts';
import { bodiesWith } from '../bodies.ts';
import type { EvidenceFile, Source } from '../source.ts';
import { read } from './read.ts';
import { isOfApi, isWebhook } from './webhook.ts';

function detect(input: EvidenceFile): number {
  const [found] = bodiesWith(input, isWebhook);
  // Claimed too, so that read() can say what to give; a source that a team described comes before.
  if (!found) return bodiesWith(input, isOfApi).length > 0 ? 0.5 : 0;
  return found['version'] === '4' && 'groupKey' in found ? 1 : 0.7;
}

/** Prometheus Alertmanager. */
export const alertmanager: Source = {
  name: 'alertmanager',
  title: 'Alertmanager',
  sentence: 'Bodies that Prometheus Alertmanager posts to a webhook: one, several, or one per line.',
  detect,
  read,
  // It signs nothing. A token in a header of the sender's settings is the most that both sides can know.
  webhook: bearerWebhook,
};
