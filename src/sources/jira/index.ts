import { bodies } from '../bodies.ts';
import type { EvidenceFile, Source } from '../source.ts';
import { isIssue, issuesOf, isWebhook } from './kinds.ts';
import { read } from './read.ts';
import { webhook } from './webhook.ts';

function detect(input: EvidenceFile): number {
  if (input.entries) return 0;
  if (input.headers?.['x-atlassian-webhook-identifier'] !== undefined) return 1;
  const values = bodies(input).bodies.slice(0, 20);
  if (values.some(({ value }) => isWebhook(value))) return 0.95;
  return values.some(({ value }) => isIssue(value) || issuesOf(value) !== undefined) ? 0.9 : 0;
}

/** Jira, Cloud and Data Center. */
export const jira: Source = {
  name: 'jira',
  title: 'Jira',
  sentence: 'Webhooks of Jira (issues created, changed, deleted; comments), and issues or searches of its REST API.',
  detect,
  read,
  webhook,
};
