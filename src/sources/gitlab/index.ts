import { bodies } from '../bodies.ts';
import type { EvidenceFile, Source } from '../source.ts';
import { certainty } from './kinds.ts';
import { read } from './read.ts';
import { webhook } from './webhook.ts';

function detect(input: EvidenceFile): number {
  if (input.entries) return 0;
  if (input.headers?.['x-gitlab-event'] !== undefined) return 1;
  return Math.max(
    0,
    ...bodies(input)
      .bodies.slice(0, 20)
      .map(({ value }) => certainty(value)),
  );
}

/** GitLab. */
export const gitlab: Source = {
  name: 'gitlab',
  title: 'GitLab',
  sentence:
    'Webhooks of GitLab: pushes, tags, merge requests, issues and incidents, comments, pipelines, jobs, deployments, feature flags, releases.',
  detect,
  read,
  webhook,
};
