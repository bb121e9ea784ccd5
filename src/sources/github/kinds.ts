import { isObject } from '../lenient.ts';

/** Marks of each kind of delivery, for a file saved without its header. A status of a deployment brings other objects along. */
const marks: [kind: string, fields: string[]][] = [
  ['ping', ['zen', 'hook_id']],
  ['deployment_status', ['deployment_status']],
  ['deployment_protection_rule', ['deployment_callback_url']],
  // It brings the run along that waits, and one that is given has a comment.
  ['deployment_review', ['workflow_run', 'since']],
  // A job of an environment brings the deployment along that it makes.
  ['workflow_job', ['workflow_job']],
  ['deployment', ['deployment']],
  ['pull_request_review', ['review', 'pull_request']],
  ['issue_comment', ['comment', 'issue']],
  ['pull_request_review_comment', ['comment', 'pull_request']],
  ['discussion_comment', ['comment', 'discussion']],
  ['commit_comment', ['comment']],
  ['check_run', ['check_run']],
  ['check_suite', ['check_suite']],
  ['workflow_run', ['workflow_run']],
  ['pull_request', ['pull_request', 'number']],
  ['issues', ['issue']],
  ['release', ['release']],
  ['push', ['ref', 'before', 'after']],
  ['create', ['ref', 'ref_type', 'master_branch']],
  ['delete', ['ref', 'ref_type']],
  ['status', ['sha', 'state', 'context']],
];

/** The kind of a delivery: what its header says, else what its fields tell. */
export function kindOf(payload: Record<string, unknown>, header: string | undefined): string | undefined {
  return header ?? marks.find(([, fields]) => fields.every((field) => Object.hasOwn(payload, field)))?.[0];
}

/** What any delivery may have, whatever its kind. */
const common: ReadonlySet<string> = new Set([
  'action',
  'changes',
  'enterprise',
  'installation',
  'number',
  'organization',
  'repository',
  'sender',
]);

/** A delivery whose kind no mark tells, by what it brings: `a delivery of unknown kind (alert)`. */
export function unknownKind(payload: Record<string, unknown>): string {
  const brings = Object.keys(payload).filter((name) => !common.has(name) && /^[a-z_]{1,40}$/.test(name));
  return `a delivery of unknown kind${brings.length === 0 ? '' : ` (${brings.slice(0, 2).join(', ')})`}`;
}

/** How surely a value is a delivery of GitHub. Its repositories have a `full_name`, who acted a `login`. */
export function certainty(payload: unknown): number {
  if (!isObject(payload)) return 0;
  const { repository, organization, sender, zen, hook, pusher } = payload;
  if (typeof zen === 'string' && isObject(hook)) return 1;
  const place = isObject(repository) && typeof repository['full_name'] === 'string';
  const group = isObject(organization) && typeof organization['login'] === 'string';
  // A push may name its pusher only, by name and address; who imitates GitHub gives a `username`.
  if (sender === undefined && place && isObject(pusher) && !('username' in pusher))
    return kindOf(payload, undefined) === 'push' ? 0.7 : 0;
  if (!isObject(sender) || typeof sender['login'] !== 'string' || (!place && !group)) return 0;
  // Gitea, Forgejo and Gogs imitate GitHub, but their users have a `username` as well.
  if ('username' in sender) return 0;
  return kindOf(payload, undefined) === undefined ? 0.6 : 0.95;
}

/** True for what can be read as a delivery. */
export const isDelivery = (payload: unknown): payload is Record<string, unknown> => isObject(payload);
