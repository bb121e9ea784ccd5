import { bodies } from '../bodies.ts';
import type { EvidenceFile, Source } from '../source.ts';
import { isWebhook } from './kinds.ts';
import { read } from './read.ts';
import { webhook } from './webhook.ts';

function detect(input: EvidenceFile): number {
  if (input.entries) return 0;
  if (input.headers?.['linear-signature'] !== undefined) return 1;
  return bodies(input)
    .bodies.slice(0, 20)
    .some(({ value }) => isWebhook(value))
    ? 0.95
    : 0;
}

/** Linear. */
export const linear: Source = {
  name: 'linear',
  title: 'Linear',
  sentence: 'Webhooks of Linear: issues created, changed, removed; their SLA; comments; projects and their updates.',
  detect,
  read,
  webhook,
};
