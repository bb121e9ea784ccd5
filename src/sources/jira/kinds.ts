import { membersOf, textOf } from '../lenient.ts';

const issueKey = /^[A-Z][A-Z0-9_]{0,40}-\d{1,12}$/i;

/** True for an issue as the REST API gives it. */
export const isIssue = (value: unknown): boolean =>
  issueKey.test(textOf(value, 'key') ?? '') && Object.keys(membersOf(membersOf(value)['fields'])).length > 0;

/** The issues of an answer to a search; undefined when it is none. */
export function issuesOf(value: unknown): unknown[] | undefined {
  const { issues } = membersOf(value);
  return Array.isArray(issues) && issues.slice(0, 20).some(isIssue) ? issues : undefined;
}

/** True for what Jira posts by itself: a webhook, or the transition of a workflow. */
export function isWebhook(value: unknown): boolean {
  const { timestamp, issue, comment, transition, user } = membersOf(value);
  const event = textOf(value, 'webhookEvent');
  if (timestamp === undefined && (event === undefined || (!isIssue(issue) && comment === undefined))) return false;
  if (event !== undefined)
    return /^(?:jira:|comment_|issue|worklog_|sprint_|board_|project_|user_|attachment_|option_|filter_)/.test(event);
  return isIssue(issue) && typeof transition === 'object' && typeof user === 'object';
}
