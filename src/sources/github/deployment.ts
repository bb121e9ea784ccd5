import { readInstant } from '../instant.ts';
import { shortSha } from '../moment.ts';
import type { GitHubDelivery } from './delivery.ts';
import { Deployment } from './schema.ts';

/** What the states of a deployment say. */
const states: ReadonlyMap<string, string> = new Map([
  ['success', 'succeeded'],
  ['failure', 'failed'],
  ['error', 'ended with an error'],
  ['in_progress', 'is in progress'],
  ['queued', 'is queued'],
  ['pending', 'is pending'],
  ['waiting', 'waits for approval'],
  ['inactive', 'is no longer active'],
]);

/** States in which something is, was or may have been put into use. */
const changing: ReadonlySet<string> = new Set(['in_progress', 'success', 'failure', 'error']);

/** Reads a deployment, or a state that one came into. */
export function readDeployment({ payload, kind, action, at, repository, context, add, leave }: GitHubDelivery): void {
  const { deployment, deployment_status: status } = Deployment.parse(payload);
  if (action !== 'created' && action !== '') return leave('this action is unknown');
  const isCommit = deployment?.ref !== undefined && deployment.ref === deployment.sha;
  const of = [isCommit ? '' : deployment?.ref, shortSha(deployment?.sha)].filter(
    (part, index, all) => part && all.indexOf(part) === index,
  );
  const environment = status?.environment ?? deployment?.environment;
  const task = deployment?.task && deployment.task !== 'deploy' ? ` (${deployment.task})` : '';
  const name = `Deployment${task} of ${repository}${of.length > 0 ? ` ${of.join(' at ')}` : ''}${environment ? ` to ${environment}` : ''}`;
  const description = [status?.description, deployment?.description].find(Boolean);
  if (kind === 'deployment') {
    return add({
      key: `github:deployment:${deployment?.id ?? ''}`,
      what: 'a deployment',
      epochMs: readInstant(deployment?.created_at),
      place: `${at}/deployment`,
      text: `${name} created`,
      body: description,
    });
  }
  const said = states.get(status?.state ?? '');
  if (said === undefined)
    context.ignored.add(
      `state ${JSON.stringify(status?.state ?? null).slice(0, 40)} of a deployment`,
      'it is unknown; it was taken over as it is',
      `${at}/deployment_status/state`,
    );
  add({
    key: `github:deployment_status:${status?.id ?? ''}`,
    what: 'a state of a deployment',
    epochMs: readInstant(status?.created_at),
    place: `${at}/deployment_status`,
    text: said === undefined ? `${name}: ${status?.state ?? 'no state'}` : `${name} ${said}`,
    body: description,
    isChange: changing.has(status?.state ?? ''),
    link: {
      kind: 'deployment',
      url: [status?.log_url, status?.target_url, status?.environment_url].find(Boolean),
      of: repository,
    },
  });
}
