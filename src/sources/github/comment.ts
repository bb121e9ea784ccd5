import { clockTime, readInstant } from '../instant.ts';
import { shortSha } from '../moment.ts';
import type { GitHubDelivery } from './delivery.ts';
import { Comments } from './schema.ts';

/** Reads a comment on an issue, a pull request, its code or a commit. An edit gives the same event its new words. */
export function readComment({ payload, kind, action, at, repository, add, leave, wrote }: GitHubDelivery): void {
  const { comment, issue, discussion, pull_request: pull } = Comments.parse(payload);
  if (action === 'deleted') return leave('it was deleted, at a time that is not stated');
  if (!['created', 'edited', ''].includes(action)) return leave('this action is unknown');
  const on = commented(issue, pull, discussion, comment?.commit_id, comment?.path);
  const epochMs = readInstant(comment?.created_at);
  const editedMs = readInstant(comment?.updated_at);
  const edited = action === 'edited' && editedMs !== undefined ? ` Edited at ${clockTime(editedMs)}.` : '';
  const place = `${at}/comment`;
  add({
    key: `github:${kind}:${comment?.id ?? ''}`,
    what: `a comment on ${on}`,
    epochMs,
    place,
    text: comment?.body ?? '',
    quoted: true,
    notes: [`Comment on ${on} of ${repository}.${edited}`],
    actor: comment?.user?.login,
    editedMs,
  });
  wrote(comment?.user, place);
}

type Item = ReturnType<typeof Comments.parse>['issue'];

function commented(
  issue: Item,
  pull: Item,
  discussion: Item,
  commit: string | null | undefined,
  path: string | null | undefined,
): string {
  const item = pull ?? issue ?? discussion;
  const title = item?.title ? ` (${item.title})` : '';
  const thing = discussion ? 'discussion' : pull || item?.pull_request ? 'pull request' : 'issue';
  if (item) return `${thing} #${item.number ?? '?'}${title}`;
  return `commit ${shortSha(commit)}${path ? ` (${path})` : ''}`;
}

const verdicts: ReadonlyMap<string, string> = new Map([
  ['approved', 'approved'],
  ['changes_requested', 'sent back with wishes'],
  ['commented', 'reviewed'],
  ['dismissed', 'reviewed; the review was dismissed'],
]);

/** Reads the review of a pull request. */
export function readReview({ payload, action, at, repository, add, leave, wrote }: GitHubDelivery): void {
  const { review, pull_request: pull } = Comments.parse(payload);
  if (action === 'dismissed') return leave('it was dismissed, at a time that is not stated');
  if (!['submitted', 'edited', ''].includes(action)) return leave('this action is unknown');
  const state = (review?.state ?? '').toLowerCase();
  const title = pull?.title ? `: ${pull.title}` : '';
  add({
    key: `github:pull_request_review:${review?.id ?? ''}`,
    what: 'a review',
    epochMs: readInstant(review?.submitted_at),
    place: `${at}/review`,
    text: `Pull request #${pull?.number ?? '?'} of ${repository} ${verdicts.get(state) ?? `reviewed (${state})`}${title}`,
    body: review?.body,
    actor: review?.user?.login,
    link: { kind: 'pull request', url: review?.html_url, of: repository },
  });
  wrote(review?.user, `${at}/review`);
}
