import { readEpoch } from '../epoch.ts';
import { readInstant } from '../instant.ts';
import { after, firstLine, shortSha } from '../moment.ts';
import type { GitHubDelivery } from './delivery.ts';
import { Commit, Push } from './schema.ts';

/** At most so many commits of one push are named. */
const namedCommits = 20;

/** Reads a push: to a branch, or a branch or tag that came or went. */
export function readPush({ payload, at, repository, repositoryId, pushedAt, actor, add }: GitHubDelivery): void {
  const push = Push.parse(payload);
  const isTag = push.ref?.startsWith('refs/tags/');
  const name = (push.ref ?? '').replace(/^refs\/(?:heads|tags)\//, '');
  const thing = `${isTag ? 'Tag' : 'Branch'} ${name} of ${repository}`;
  const commits = (push.commits ?? []).flatMap((raw) => Commit.safeParse(raw).data ?? []);
  const pushedMs = readEpoch(pushedAt) ?? (typeof pushedAt === 'string' ? readInstant(pushedAt) : undefined);
  const commitMs = readInstant(push.head_commit?.timestamp);
  const count = `${commits.length} ${commits.length === 1 ? 'commit' : 'commits'}`;
  const message = after(push.head_commit?.message);
  const text = push.deleted
    ? `${thing} deleted`
    : push.created
      ? `${thing} created${message}`
      : isTag
        ? `${thing} moved${message}`
        : `${push.forced ? 'Force push' : 'Push'} of ${count} to ${name} of ${repository}${message}`;
  const epochMs = pushedMs ?? (push.deleted ? undefined : commitMs);
  add({
    key: `github:push:${repositoryId}:${push.ref ?? ''}:${push.before ?? ''}:${push.after ?? ''}:${epochMs ?? ''}`,
    what: 'a push',
    epochMs,
    place: at,
    text,
    actor: actor ?? push.pusher?.name,
    notes: [
      commits
        .slice(0, namedCommits)
        .map(({ id, message: words, author }) => `- ${shortSha(id)} ${firstLine(words)} (${author?.name ?? 'unknown'})`)
        .join('\n'),
      commits.length > namedCommits ? `and ${commits.length - namedCommits} more` : '',
      pushedMs === undefined && epochMs !== undefined ? 'The time is that of its last commit.' : '',
    ],
    link: { kind: 'commits', url: push.deleted ? undefined : push.compare, of: repository },
  });
}
