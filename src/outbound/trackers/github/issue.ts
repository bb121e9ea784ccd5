import { z } from 'zod';
import { markerIn } from '../marker.ts';
import type { Issue, IssueState, IssueValues } from '../tracker.ts';

/** An issue as the REST API tells it (schema `issue`, version 2022-11-28), as far as we read it. */
export const GithubIssue = z.object({
  number: z.number().int(),
  html_url: z.string(),
  title: z.string(),
  body: z.string().nullish(),
  state: z.string(),
  state_reason: z.string().nullish(),
  assignees: z.array(z.object({ login: z.string() })).nullish(),
  updated_at: z.string(),
  /** Pull requests come in the same lists. */
  pull_request: z.unknown().optional(),
});
type GithubIssue = z.infer<typeof GithubIssue>;

function stateOf({ state, state_reason: reason }: GithubIssue): IssueState {
  if (state === 'open') return 'open';
  return reason === 'not_planned' || reason === 'duplicate' ? 'dropped' : 'done';
}

/** What GitHub says of an issue, in our words. */
export const issueOf = (issue: GithubIssue): Issue => ({
  id: String(issue.number),
  key: `#${issue.number}`,
  url: issue.html_url,
  updatedMs: Date.parse(issue.updated_at),
  marker: markerIn(issue.body),
  values: { title: issue.title, state: stateOf(issue), owner: issue.assignees?.[0]?.login ?? null },
});

/** What is sent to say it. */
export function bodyOf({ title, state, owner }: Partial<IssueValues>): Record<string, unknown> {
  const closed = { state: 'closed', state_reason: state === 'done' ? 'completed' : 'not_planned' };
  return {
    ...(title === undefined ? {} : { title }),
    ...(state === undefined ? {} : state === 'open' ? { state: 'open' } : closed),
    ...(owner === undefined ? {} : { assignees: owner === null ? [] : [owner] }),
  };
}
