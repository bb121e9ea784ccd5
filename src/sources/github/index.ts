import { bodies } from '../bodies.ts';
import type { EvidenceFile, Source } from '../source.ts';
import { certainty } from './kinds.ts';
import { read } from './read.ts';
import { webhook } from './webhook.ts';

/** Gitea, Forgejo and Gogs send the header of GitHub beside their own. */
const isImitated = ({ headers = {} }: EvidenceFile) =>
  ['x-gitea-event', 'x-forgejo-event', 'x-gogs-event'].some((name) => headers[name] !== undefined);

function detect(input: EvidenceFile): number {
  if (input.entries || isImitated(input)) return 0;
  if (input.headers?.['x-github-event'] !== undefined) return 1;
  return Math.max(
    0,
    ...bodies(input)
      .bodies.slice(0, 20)
      .map(({ value }) => certainty(value)),
  );
}

/** GitHub. */
export const github: Source = {
  name: 'github',
  title: 'GitHub',
  sentence:
    'Deliveries of a GitHub webhook: deployments, pushes, pull requests, issues, comments, workflows, checks, releases.',
  detect,
  read,
  webhook,
};
