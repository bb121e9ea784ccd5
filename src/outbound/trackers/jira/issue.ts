import { z } from 'zod';
import type { Issue, IssueState, NewIssue } from '../tracker.ts';

/** The property of an issue that says what it was made for. It is on no screen, and lists give it when asked. */
export const propertyKey = 'hindcast.link';

/** An issue as the platform's REST API v3 tells it (`IssueBean`), as far as we read it. */
export const JiraIssue = z.object({
  id: z.string(),
  key: z.string(),
  fields: z.object({
    summary: z.string(),
    status: z.object({ name: z.string(), statusCategory: z.object({ key: z.string() }) }),
    resolution: z.object({ name: z.string() }).nullish(),
    duedate: z.string().nullish(),
    assignee: z.object({ accountId: z.string(), displayName: z.string().optional() }).nullish(),
    updated: z.string(),
  }),
  properties: z.record(z.string(), z.unknown()).optional(),
});
type JiraIssue = z.infer<typeof JiraIssue>;

/** Names of final states, and of resolutions, that say that the work was not done. */
export const givenUp = /won['’]?t|cancel|declin|reject|duplicate|obsolete|abandon|cannot reproduce|not planned/i;

function stateOf({ fields: { status, resolution } }: JiraIssue): IssueState {
  if (status.statusCategory.key !== 'done') return 'open';
  return givenUp.test(status.name) || givenUp.test(resolution?.name ?? '') ? 'dropped' : 'done';
}

function markerOf({ properties }: JiraIssue): string | null {
  const { id } = (properties?.[propertyKey] ?? {}) as { id?: unknown };
  return typeof id === 'string' ? id : null;
}

/** `2026-11-21T08:00:00.000+0100`, as Jira writes it, has no colon in its zone. */
const instantMs = (text: string): number => Date.parse(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));

/** What Jira says of an issue, in our words. */
export const issueOf = (issue: JiraIssue, address: string): Issue => ({
  id: issue.id,
  key: issue.key,
  url: `${address}/browse/${issue.key}`,
  updatedMs: instantMs(issue.fields.updated),
  marker: markerOf(issue),
  values: {
    title: issue.fields.summary,
    state: stateOf(issue),
    due: issue.fields.duedate ?? null,
    owner: issue.fields.assignee?.accountId ?? null,
  },
  ownerName: issue.fields.assignee?.displayName,
});

const paragraph = (content: object) => ({ type: 'paragraph', content: [content] });

/** A description in the Atlassian Document Format. */
export const documentOf = ({ text, link }: Pick<NewIssue, 'text' | 'link'>) => ({
  type: 'doc',
  version: 1,
  content: [
    ...text.filter((each) => each !== '').map((each) => paragraph({ type: 'text', text: each })),
    paragraph({ type: 'text', text: link.text, marks: [{ type: 'link', attrs: { href: link.url } }] }),
  ],
});
