import { bodies } from '../bodies.ts';
import { startReading } from '../reading.ts';
import type { EvidenceFile, SourceReading } from '../source.ts';
import { SourceError } from '../source-error.ts';
import { readIssue } from './issue.ts';
import { isIssue, issuesOf, isWebhook } from './kinds.ts';
import { readWebhook } from './webhook-event.ts';

/** Reads webhooks of Jira, and issues as its REST API gives them. Throws SourceError `jira.no-issue` when there is neither. */
export function read(file: EvidenceFile): SourceReading {
  const all = bodies(file);
  const found = all.bodies.flatMap((body) => {
    const issues = issuesOf(body.value);
    return issues ? issues.map((value, index) => ({ value, at: `${body.at}/issues/${index}` })) : [body];
  });
  if (!found.some(({ value }) => isWebhook(value) || isIssue(value))) {
    throw new SourceError(
      'jira.no-issue',
      'There is no webhook and no issue of Jira here.',
      file.name,
      'Save what a webhook posts, or an issue: /rest/api/2/issue/KEY?expand=changelog.',
    );
  }
  const { context, done } = startReading('jira', file);
  const one = { deliveryId: file.headers?.['x-atlassian-webhook-identifier'], context };
  for (const { value, at } of found) {
    if (isWebhook(value)) readWebhook(value, at, one);
    else if (isIssue(value)) readIssue(value, at, one);
    else context.ignored.add('a value', 'it is no webhook and no issue of Jira', at);
  }
  return done(all.ignored);
}
