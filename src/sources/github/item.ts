import { readInstant } from '../instant.ts';
import { after } from '../moment.ts';
import type { GitHubDelivery } from './delivery.ts';
import { itemFacts } from './item-facts.ts';
import { Items } from './schema.ts';

/** Actions that put things in order and say nothing of what happened. */
const bookkeeping: ReadonlySet<string> = new Set([
  'locked',
  'unlocked',
  'pinned',
  'unpinned',
  'milestoned',
  'demilestoned',
  'typed',
  'untyped',
  'auto_merge_enabled',
  'auto_merge_disabled',
]);

const reasons: ReadonlyMap<string, string> = new Map([
  ['not_planned', ' as not planned'],
  ['duplicate', ' as a duplicate'],
  ['completed', ' as completed'],
]);

/** Reads what became of an issue or a pull request. */
export function readItem({ payload, kind, action, at, repository, context, add, leave, wrote }: GitHubDelivery): void {
  const parts = Items.parse(payload);
  const isPull = kind === 'pull_request';
  const item = isPull ? parts.pull_request : parts.issue;
  const place = `${at}/${isPull ? 'pull_request' : 'issue'}`;
  if (bookkeeping.has(action)) return leave('it is bookkeeping');
  const merged = isPull && action === 'closed' && (item?.merged === true || Boolean(item?.merged_at));
  const said = merged ? `merged${item?.base?.ref ? ` into ${item.base.ref}` : ''}` : sentence(action, isPull, parts);
  if (said === undefined) return leave('this action is unknown');
  const stated =
    action === 'opened'
      ? item?.created_at
      : merged
        ? (item?.merged_at ?? item?.closed_at)
        : action === 'closed'
          ? item?.closed_at
          : action === 'deleted'
            ? undefined
            : item?.updated_at;
  const epochMs = readInstant(stated);
  const name = `${isPull ? 'Pull request' : 'Issue'} #${item?.number ?? '?'}`;
  const moment = action === 'opened' || merged ? '' : `:${said}:${epochMs ?? ''}`;
  add({
    key: `github:${kind}:${item?.id ?? ''}:${merged ? 'merged' : action}${moment}`,
    what: `${isPull ? 'a pull request' : 'an issue'} ${action}`,
    epochMs,
    place,
    text: `${name} of ${repository} ${said}${after(item?.title)}`,
    ...(action === 'opened' ? { body: item?.body } : {}),
    link: { kind: isPull ? 'pull request' : 'issue', url: item?.html_url, of: `${repository}#${item?.number ?? '?'}` },
  });
  if (action === 'opened') wrote(item?.user, place);
  if (!isPull && item) itemFacts(item, place, context);
}

function edited({ changes, pull_request: pull }: ReturnType<typeof Items.parse>): string {
  if (changes?.title?.from) return `renamed from “${changes.title.from}”`;
  const base = changes?.base?.ref?.from;
  return base ? `aimed at ${pull?.base?.ref ?? 'another branch'} instead of ${base}` : 'edited';
}

function sentence(action: string, isPull: boolean, parts: ReturnType<typeof Items.parse>): string | undefined {
  const { label, assignee, requested_reviewer: reviewer, requested_team: team, changes, issue } = parts;
  switch (action) {
    case 'opened':
    case 'reopened':
    case 'deleted':
      return action;
    case 'closed':
      return isPull ? 'closed without a merge' : `closed${reasons.get(issue?.state_reason ?? '') ?? ''}`;
    case 'edited':
      return edited(parts);
    case 'assigned':
      return assignee?.login ? `assigned to ${assignee.login}` : action;
    case 'unassigned':
      return assignee?.login ? `taken from ${assignee.login}` : action;
    case 'labeled':
      return `labelled ${label?.name ?? ''}`.trim();
    case 'unlabeled':
      return `freed of the label ${label?.name ?? ''}`.trim();
    case 'transferred':
      return changes?.new_repository?.full_name ? `moved to ${changes.new_repository.full_name}` : 'moved';
    case 'synchronize':
      return `got new commits${parts.pull_request?.head?.sha ? ` (now ${parts.pull_request.head.sha.slice(0, 7)})` : ''}`;
    case 'ready_for_review':
      return 'is ready for review';
    case 'converted_to_draft':
      return 'became a draft again';
    case 'review_requested':
    case 'review_request_removed': {
      const whom = reviewer?.login ?? team?.name ?? 'somebody';
      return action === 'review_requested' ? `asked ${whom} for a review` : `no longer asks ${whom} for a review`;
    }
    case 'enqueued':
      return 'joined the merge queue';
    case 'dequeued':
      return 'left the merge queue';
    default:
      return undefined;
  }
}
