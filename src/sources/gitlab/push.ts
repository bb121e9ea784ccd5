import { readInstant } from '../instant.ts';
import { after, firstLine, shortSha } from '../moment.ts';
import type { GitLabDelivery } from './delivery.ts';
import { Commit, Push } from './schema.ts';

/** At most so many commits of one push are named; GitLab sends 20. */
const namedCommits = 20;
const isNone = (sha: string | null | undefined) => /^0+$/.test(sha ?? '');

/**
 * Reads a push to a branch or of a tag. GitLab states no time of it: it is when it was delivered, and in a saved file
 * that of the last commit. A tag may be of an old commit, so that is no time of a tag.
 */
export function readPush({ payload, kind, at, project, projectId, context, add }: GitLabDelivery): void {
  const push = Push.parse(payload);
  const name = (push.ref ?? '').replace(/^refs\/(?:heads|tags)\//, '');
  const thing = `${kind === 'tag_push' ? 'Tag' : 'Branch'} ${name} of ${project}`;
  const commits = (push.commits ?? []).flatMap((raw) => Commit.safeParse(raw).data ?? []);
  const times = commits.flatMap(({ timestamp }) => readInstant(timestamp) ?? []);
  const total = Math.max(push.total_commits_count ?? 0, commits.length);
  const last = commits.find(({ id }) => id === push.after) ?? commits.at(-1);
  const message = after(push.message ?? last?.message);
  const text = isNone(push.after)
    ? `${thing} deleted`
    : isNone(push.before)
      ? `${thing} created${message}`
      : kind === 'tag_push'
        ? `${thing} moved${message}`
        : `Push of ${total} ${total === 1 ? 'commit' : 'commits'} to ${name} of ${project}${message}`;
  const isDelivered = context.receivedMs !== undefined;
  const commitMs = kind === 'push' && times.length > 0 ? Math.max(...times) : undefined;
  add({
    key: `gitlab:push:${projectId}:${push.ref ?? ''}:${push.before ?? ''}:${push.after ?? ''}`,
    isOnce: true,
    what: kind === 'tag_push' ? 'a push of a tag' : 'a push',
    epochMs: isDelivered ? undefined : commitMs,
    place: at,
    text,
    notes: [
      commits
        .slice(0, namedCommits)
        .map(({ id, message: words, author }) => `- ${shortSha(id)} ${firstLine(words)} (${author?.name ?? 'unknown'})`)
        .join('\n'),
      isDelivered || commitMs === undefined ? '' : 'GitLab states no time of a push: this is that of its last commit.',
    ],
  });
}
