import { readInstant } from '../instant.ts';
import { textOf } from '../lenient.ts';
import { after, shortSha } from '../moment.ts';
import type { GitHubDelivery } from './delivery.ts';
import { type Run, Runs, Status } from './schema.ts';

/** What the conclusions of workflows and checks say. */
const conclusions: ReadonlyMap<string, string> = new Map([
  ['success', 'succeeded'],
  ['failure', 'failed'],
  ['cancelled', 'was cancelled'],
  ['timed_out', 'timed out'],
  ['action_required', 'needs somebody to act'],
  ['neutral', 'ended without a verdict'],
  ['skipped', 'was skipped'],
  ['stale', 'became stale'],
  ['startup_failure', 'could not start'],
]);

/** What the action of a run says, and the field that has its time. A second run of a check states no time. */
function stageOf(
  action: string,
  run: Run,
): { said: string; stated: string | null | undefined; stage: string } | undefined {
  switch (action) {
    case 'waiting':
      return { said: 'waits for what protects its environment', stated: run.created_at, stage: 'waiting' };
    case 'requested':
    case 'queued': {
      // Another attempt keeps the time at which the run was created: it was asked for when it started.
      const isAgain = (run.run_attempt ?? 1) > 1 && run.run_started_at !== undefined;
      return { said: 'was queued', stated: isAgain ? run.run_started_at : run.created_at, stage: 'queued' };
    }
    case 'created':
    case 'in_progress':
      if (run.status === 'queued')
        return { said: 'was queued', stated: run.started_at ?? run.created_at, stage: 'queued' };
      return { said: 'started', stated: run.run_started_at ?? run.started_at ?? run.created_at, stage: 'started' };
    case 'completed': {
      const conclusion = run.conclusion ?? '';
      const said = conclusions.get(conclusion) ?? `ended${conclusion === '' ? '' : ` (${conclusion})`}`;
      return { said, stated: run.completed_at ?? run.updated_at, stage: 'completed' };
    }
    case 'rerequested':
      return { said: 'was asked to run again', stated: undefined, stage: 'rerequested' };
    case 'requested_action':
      return { said: 'was asked for an action', stated: undefined, stage: 'requested_action' };
    default:
      return undefined;
  }
}

/** Reads the run of a workflow, a job of it, or a check. */
export function readRun({ payload, kind, action, at, repository, add, leave }: GitHubDelivery): void {
  const parts = Runs.parse(payload);
  const { workflow_job: job, check_run: check, check_suite: suite } = parts;
  const [run, name] =
    kind === 'workflow_run'
      ? [
          parts.workflow_run,
          `Workflow ${[parts.workflow_run?.name, parts.workflow?.name, parts.workflow_run?.path].find(Boolean) ?? ''}`,
        ]
      : kind === 'workflow_job'
        ? [job, `Job ${job?.name ?? ''}${job?.workflow_name ? ` of workflow ${job.workflow_name}` : ''}`]
        : kind === 'check_run'
          ? [check, `Check ${check?.name ?? ''}`]
          : [suite, `Checks${suite?.app?.name ? ` of ${suite.app.name}` : ''}`];
  const stage = stageOf(action, run ?? {});
  if (!stage) return leave('this action is unknown');
  const branch = run?.head_branch ?? check?.check_suite?.head_branch;
  const number = run?.run_number
    ? ` (run ${run.run_number}${(run.run_attempt ?? 1) > 1 ? `, attempt ${run.run_attempt}` : ''})`
    : '';
  const on = [branch, shortSha(run?.head_sha)].filter(Boolean).join(' at ');
  const environment = kind === 'workflow_job' && parts.deployment?.environment;
  const epochMs = readInstant(stage.stated);
  add({
    key: `github:${kind}:${run?.id ?? ''}:${run?.run_attempt ?? 1}:${stage.stage}:${stage.stage === 'rerequested' ? '' : (epochMs ?? '')}`,
    what: `${kind} ${action}`,
    epochMs,
    place: `${at}/${kind}`,
    text: `${name.trim()}${number} of ${repository}${on === '' ? '' : ` on ${on}`}${environment ? ` to ${environment}` : ''} ${stage.said}`,
    body:
      action === 'completed' ? [check?.output?.title, check?.output?.summary].filter(Boolean).join('\n\n') : undefined,
    notes: [name.endsWith(run?.display_title ?? '') ? '' : run?.display_title, failedSteps(job?.steps)],
    link: { kind: 'run', url: run?.html_url, of: name.trim() },
  });
}

/** The steps of a job that failed: `Failed: apply, smoke test.` */
function failedSteps(steps: unknown[] = []): string {
  const names = steps.flatMap((raw) => (textOf(raw, 'conclusion') === 'failure' ? (textOf(raw, 'name') ?? '?') : []));
  return names.length === 0 ? '' : `Failed: ${names.slice(0, 20).join(', ')}.`;
}

const statusStates: ReadonlyMap<string, string> = new Map([
  ['success', 'succeeded'],
  ['failure', 'failed'],
  ['error', 'ended with an error'],
  ['pending', 'is pending'],
]);

/** Reads the status that something gave a commit. */
export function readStatus({ payload, at, repository, add }: GitHubDelivery): void {
  const status = Status.parse(payload);
  const said = statusStates.get(status.state ?? '') ?? `is ${status.state ?? 'without a state'}`;
  add({
    key: `github:status:${status.id ?? ''}`,
    what: 'a status of a commit',
    epochMs: readInstant(status.created_at),
    place: at,
    text: `Status ${status.context ?? ''} of ${repository} at ${shortSha(status.sha)} ${said}${after(status.description)}`,
    link: { kind: 'run', url: status.target_url, of: status.context ?? repository },
  });
}
