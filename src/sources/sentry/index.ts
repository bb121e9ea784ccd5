import { bodies } from '../bodies.ts';
import type { EvidenceFile, Source } from '../source.ts';
import { isHook, isPluginHook, isServiceHook } from './kinds.ts';
import { read } from './read.ts';
import { webhook } from './webhook.ts';

function detect(input: EvidenceFile): number {
  if (input.entries) return 0;
  return bodies(input).bodies.some(({ value }) => isHook(value) || isPluginHook(value) || isServiceHook(value)) ? 1 : 0;
}

/** Sentry: errors, issues and alerts. */
export const sentry: Source = {
  name: 'sentry',
  title: 'Sentry',
  sentence:
    'Webhooks of a Sentry integration (issues, errors, comments, issue and metric alerts), or of the older plugin.',
  detect,
  read,
  webhook,
};
