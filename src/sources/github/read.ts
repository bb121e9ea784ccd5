import { bodies } from '../bodies.ts';
import { startReading } from '../reading.ts';
import type { EvidenceFile, SourceReading } from '../source.ts';
import { SourceError } from '../source-error.ts';
import { readComment, readReview } from './comment.ts';
import { delivery, type GitHubDelivery } from './delivery.ts';
import { readDeployment } from './deployment.ts';
import { readItem } from './item.ts';
import { certainty, isDelivery, kindOf, unknownKind } from './kinds.ts';
import { readPush } from './push.ts';
import { readRelease } from './release.ts';
import { readRun, readStatus } from './run.ts';

/** How each kind of delivery is read. */
const readers: ReadonlyMap<string, (one: GitHubDelivery) => void> = new Map([
  ['push', readPush],
  ['deployment', readDeployment],
  ['deployment_status', readDeployment],
  ['issues', readItem],
  ['pull_request', readItem],
  ['issue_comment', readComment],
  ['pull_request_review_comment', readComment],
  ['commit_comment', readComment],
  ['discussion_comment', readComment],
  ['pull_request_review', readReview],
  ['workflow_run', readRun],
  ['workflow_job', readRun],
  ['check_run', readRun],
  ['check_suite', readRun],
  ['status', readStatus],
  ['release', readRelease],
]);

/** Kinds that are known and left out, and why. */
const leftOut: ReadonlyMap<string, string> = new Map([
  ['ping', 'GitHub only asks whether somebody is here'],
  ['create', 'the push tells the same, with its time'],
  ['delete', 'the push tells the same, with its time'],
  ['deployment_review', 'the job that waits for it tells when it goes on'],
  ['deployment_protection_rule', 'the job that waits for it tells when it goes on'],
]);

/** Reads deliveries of GitHub. Throws SourceError `github.no-delivery` when there is none. */
export function read(file: EvidenceFile): SourceReading {
  const all = bodies(file);
  // A delivery is one body: what several are, a header cannot say.
  const header = all.bodies.length === 1 ? file.headers?.['x-github-event'] : undefined;
  const isGitHub = (value: unknown) => isDelivery(value) && (header !== undefined || certainty(value) > 0);
  if (!all.bodies.some(({ value }) => isGitHub(value))) {
    throw new SourceError(
      'github.no-delivery',
      'There is no delivery of a GitHub webhook here: no object with a repository and a sender.',
      file.name,
      'Save the payload that GitHub shows under Settings, Webhooks, Recent Deliveries.',
    );
  }
  const { context, done } = startReading('github', file);
  for (const { value, at } of all.bodies) {
    if (!isGitHub(value) || !isDelivery(value)) {
      context.ignored.add('a value', 'it is no delivery of GitHub', at);
      continue;
    }
    const kind = kindOf(value, header) ?? unknownKind(value);
    const reader = readers.get(kind);
    if (reader) reader(delivery(value, kind, at, file.headers?.['x-github-delivery'], context));
    else context.ignored.add(context.keep(kind).slice(0, 60), leftOut.get(kind) ?? 'no reader knows this kind', at);
  }
  return done(all.ignored);
}
