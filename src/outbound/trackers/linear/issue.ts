import { z } from 'zod';
import type { Issue, IssueState } from '../tracker.ts';

/** What is asked of every issue (`type Issue` of Linear's schema). */
export const issueFields =
  'id identifier url title dueDate updatedAt state { id name type } assignee { id email displayName }';

/** An issue in those fields. */
export const LinearIssue = z.object({
  id: z.string(),
  identifier: z.string(),
  url: z.string(),
  title: z.string(),
  dueDate: z.string().nullish(),
  updatedAt: z.string(),
  state: z.object({ id: z.string(), name: z.string(), type: z.string() }),
  assignee: z.object({ id: z.string(), email: z.string(), displayName: z.string().optional() }).nullish(),
});

/** The types of workflow states, in our words; what is none of these is open. */
export const stateOfType = (type: string): IssueState =>
  type === 'completed' ? 'done' : type === 'canceled' || type === 'duplicate' ? 'dropped' : 'open';

/** What Linear says of an issue, in our words. The id of one that we made is the one that we gave it. */
export const issueOf = (issue: z.infer<typeof LinearIssue>): Issue => ({
  id: issue.id,
  key: issue.identifier,
  url: issue.url,
  updatedMs: Date.parse(issue.updatedAt),
  marker: issue.id,
  values: {
    title: issue.title,
    state: stateOfType(issue.state.type),
    due: issue.dueDate ?? null,
    owner: issue.assignee?.email ?? null,
  },
  ownerName: issue.assignee?.displayName,
});
