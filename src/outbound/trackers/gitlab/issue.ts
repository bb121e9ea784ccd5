import { z } from 'zod';
import { markerIn } from '../marker.ts';
import type { Issue, IssueValues } from '../tracker.ts';

/** An issue as the REST API (v4, `doc/api/issues.md`) tells it, as far as we read it. */
export const GitlabIssue = z.object({
  iid: z.number().int(),
  web_url: z.string(),
  title: z.string(),
  description: z.string().nullish(),
  state: z.string(),
  due_date: z.string().nullish(),
  assignees: z.array(z.object({ username: z.string(), name: z.string().optional() })).nullish(),
  updated_at: z.string(),
});

/** What GitLab says of an issue, in our words. It does not tell finished work from work that is given up: both are closed. */
export const issueOf = (issue: z.infer<typeof GitlabIssue>): Issue => ({
  id: String(issue.iid),
  key: `#${issue.iid}`,
  url: issue.web_url,
  updatedMs: Date.parse(issue.updated_at),
  marker: markerIn(issue.description),
  values: {
    title: issue.title,
    state: issue.state === 'closed' ? 'done' : 'open',
    due: issue.due_date ?? null,
    owner: issue.assignees?.[0]?.username ?? null,
  },
  ownerName: issue.assignees?.[0]?.name,
});

/** What is sent to say it, but for the owner, who goes by a number. */
export const bodyOf = (
  { title, state, due }: Partial<IssueValues>,
  from: 'open' | 'closed',
): Record<string, unknown> => ({
  ...(title === undefined ? {} : { title }),
  ...(due === undefined ? {} : { due_date: due ?? '' }),
  ...(state === undefined || (state === 'open') === (from === 'open')
    ? {}
    : { state_event: state === 'open' ? 'reopen' : 'close' }),
});
