import { membersOf, Text } from '../lenient.ts';

/** Members of a detail that say of what an event speaks, in the order in which they are told. From the schemas of AWS services. */
const subjects = [
  'alarmName',
  'application',
  'deploymentGroup',
  'project-name',
  'pipeline',
  'stage',
  'action',
  'AutoScalingGroupName',
  'EC2InstanceId',
  'instanceId',
  'instance-id',
  'group',
  'functionName',
  'stateMachineArn',
  'SourceIdentifier',
  'stackId',
  'stack-id',
  'logical-resource-id',
  'repositoryName',
  'repository-name',
  'service',
  'eventTypeCode',
  'jobName',
  'bucketName',
];
/** Members that say what became of it. */
const states = [
  'operation',
  'eventName',
  'completed-phase',
  'build-status',
  'completed-phase-status',
  'state',
  'status',
  'lastStatus',
  'StatusCode',
  'statusCode',
  'LifecycleTransition',
  'result',
  'instance-action',
];
/** Members that say it in words. */
const sentences = ['StatusMessage', 'stoppedReason', 'reason', 'Message', 'title', 'message', 'cause', 'Cause'];

/** Members of `detail` as texts: those named, where they hold a text or a number. */
function named(detail: Record<string, unknown>, names: string[]): string[] {
  return names.flatMap((name) => {
    const text = Object.hasOwn(detail, name) ? Text.parse(detail[name]) : undefined;
    return text === undefined ? [] : [text];
  });
}

/** The last part of an ARN, as people call the thing; of a stack the part before its id. */
function shortName(name: string): string {
  if (!name.startsWith('arn:')) return name;
  return /:stack\/([^/]{1,128})\//.exec(name)?.[1] ?? name.split(/[/:]/).at(-1) ?? name;
}

/** What an event says in one line after its type: `shop / blue-green FAILURE: health checks failed`. */
export function busWords(detail: Record<string, unknown>, resources: unknown[]): string {
  const said = [...new Set(named(detail, subjects).map(shortName))];
  const things = resources.filter((resource) => typeof resource === 'string').map(shortName);
  const subject = (said.length > 0 ? said : things.slice(0, 2)).join(' / ');
  // CloudFormation tells both one level deeper.
  const inner = membersOf(detail['status-details']);
  const [state] = [...named(detail, states), ...named(inner, ['status'])];
  const [sentence] = [...named(detail, sentences), ...named(inner, ['status-reason'])].filter(
    (words) => words !== state,
  );
  const head = [subject, state].filter(Boolean).join(' ');
  return [head, sentence].filter(Boolean).join(': ');
}
