import { readInstant } from '../instant.ts';
import { after, firstLine, shortSha } from '../moment.ts';
import { type GitLabDelivery, nameOf } from './delivery.ts';
import { Build, Deployment, Job, Pipeline } from './schema.ts';

/** What the states of pipelines, jobs and deployments say. */
const states: ReadonlyMap<string, string> = new Map([
  ['created', 'was created'],
  ['waiting_for_resource', 'waits for a resource'],
  ['waiting_for_callback', 'waits for an answer'],
  ['preparing', 'is being prepared'],
  ['pending', 'is pending'],
  ['running', 'started'],
  ['success', 'succeeded'],
  ['failed', 'failed'],
  ['canceling', 'is being cancelled'],
  ['canceled', 'was cancelled'],
  ['skipped', 'was skipped'],
  ['manual', 'waits for somebody to start it'],
  ['scheduled', 'is scheduled'],
  ['blocked', 'waits for approval'],
  ['approved', 'was approved'],
  ['rejected', 'was rejected'],
]);
const ended: ReadonlySet<string> = new Set(['success', 'failed', 'canceled', 'skipped']);
/** A pipeline comes into these when the jobs before have ended. */
const blocked: ReadonlySet<string> = new Set(['manual', 'scheduled']);

/** The words for a state; an unknown one is taken over and said. */
function told({ context, kind, at }: GitLabDelivery, status: string | null | undefined): string {
  const said = states.get(status ?? '');
  if (said !== undefined) return said;
  const what = `status ${JSON.stringify(status ?? null).slice(0, 40)} of a ${kind}`;
  context.ignored.add(what, 'it is unknown; it was taken over as it is', at);
  return `: ${status ?? 'no status'}`;
}

const refAt = (ref: string | null | undefined, sha: string | null | undefined) =>
  [ref, shortSha(sha)].filter(Boolean).join(' at ');
const on = (ref: string) => (ref === '' ? '' : ` on ${ref}`);

/**
 * Reads a state of a pipeline. Where it does not say so itself, it started with its first job, and ended, or waits, since its
 * last one. That it is being cancelled has no time.
 */
export function readPipeline(one: GitLabDelivery): void {
  const { object_attributes: pipeline, commit, builds: raw } = Pipeline.parse(one.payload);
  const builds = (raw ?? []).flatMap((build) => Build.safeParse(build).data ?? []);
  const starts = builds.flatMap(({ started_at: started }) => readInstant(started) ?? []);
  const ends = builds.flatMap(({ finished_at: finished }) => readInstant(finished) ?? []);
  const status = pipeline?.status ?? '';
  const createdMs = readInstant(pipeline?.created_at);
  const startedMs = readInstant(pipeline?.started_at) ?? (starts.length > 0 ? Math.min(...starts) : undefined);
  const finishedMs = readInstant(pipeline?.finished_at) ?? (ends.length > 0 ? Math.max(...ends) : undefined);
  // What is skipped never ran: it is skipped when it is created.
  const endedMs = finishedMs ?? (status === 'skipped' ? createdMs : undefined);
  const waitsMs = ends.length > 0 ? Math.max(...ends) : createdMs;
  const openMs = status === 'running' ? startedMs : blocked.has(status) ? waitsMs : createdMs;
  const epochMs = ended.has(status) ? endedMs : status === 'canceling' ? undefined : openMs;
  const failed = builds.filter(({ status: state, allow_failure: allowed }) => state === 'failed' && !allowed);
  one.add({
    key: `gitlab:pipeline:${pipeline?.id ?? ''}:${status}:${epochMs ?? ''}`,
    what: `pipeline ${status}`,
    epochMs,
    place: `${one.at}/object_attributes`,
    text: `Pipeline ${pipeline?.name?.replace(/^pipeline\s+/i, '') ?? `#${pipeline?.id ?? '?'}`} of ${one.project}${on(refAt(pipeline?.ref, pipeline?.sha))} ${told(one, status)}`.replace(
      ' : ',
      ': ',
    ),
    notes: [
      commit?.title ?? firstLine(commit?.message),
      failed.length === 0
        ? ''
        : `Failed: ${failed.map(({ name, failure_reason: why }) => `${name ?? '?'}${why ? ` (${why})` : ''}`).join(', ')}.`,
    ],
    link: { kind: 'pipeline', url: pipeline?.url, of: one.project },
  });
}

/** Reads a state of a job. Only its creation, start and end have a time: in a later stage it waits long after it was made. */
export function readJob(one: GitLabDelivery): void {
  const job = Job.parse(one.payload);
  const status = job.build_status ?? '';
  const stated = ended.has(status)
    ? job.build_finished_at
    : status === 'running'
      ? job.build_started_at
      : status === 'created'
        ? job.build_created_at
        : undefined;
  const epochMs = readInstant(job.build_status_changed_at) ?? readInstant(stated);
  const why = status === 'failed' && job.build_failure_reason ? ` (${job.build_failure_reason})` : '';
  const stage = job.build_stage && job.build_stage !== job.build_name ? ` (stage ${job.build_stage})` : '';
  const environment = job.environment?.name ? ` to ${job.environment.name}` : '';
  one.add({
    key: `gitlab:job:${job.build_id ?? ''}:${status}:${epochMs ?? ''}`,
    what: `job ${status}`,
    epochMs,
    place: one.at,
    text: `Job ${job.build_name ?? '?'}${stage} of ${one.project}${on(refAt(job.ref, job.sha))}${environment} ${told(one, status)}${why}`.replace(
      ' : ',
      ': ',
    ),
    notes: [status === 'failed' && job.build_allow_failure ? 'It is allowed to fail.' : ''],
  });
}

/** States in which something is, was or may have been put into use. */
const changing: ReadonlySet<string> = new Set(['running', 'success', 'failed']);

/** Reads a state of a deployment, or the verdict of somebody who may approve it. */
export function readDeployment(one: GitLabDelivery): void {
  const deployment = Deployment.parse(one.payload);
  const { status, environment, approval, approver } = deployment;
  const id = deployment.deployment_id ?? `job-${deployment.deployable_id ?? ''}`;
  const of = refAt(deployment.ref, deployment.short_sha);
  const name = `Deployment of ${one.project}${of === '' ? '' : ` ${of}`}${environment ? ` to ${environment}` : ''}`;
  const actor = nameOf(approver);
  one.add({
    key: `gitlab:deployment:${one.projectId}:${id}:${status ?? ''}${approval?.id === undefined ? '' : `:${approval.id}`}`,
    what: 'a state of a deployment',
    epochMs: readInstant(approval?.created_at) ?? readInstant(deployment.status_changed_at),
    place: one.at,
    text: `${name} ${told(one, status)}${after(deployment.commit_title)}`.replace(' : ', ': '),
    body: approval?.comment,
    isChange: changing.has(status ?? ''),
    ...(actor === undefined ? {} : { actor }),
    link: { kind: 'deployment', url: deployment.deployable_url ?? deployment.commit_url, of: one.project },
  });
}
