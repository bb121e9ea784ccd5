import { bodies } from '../bodies.ts';
import { memberOf, membersOf, textOf } from '../lenient.ts';
import type { EvidenceFile, Source } from '../source.ts';
import { read } from './read.ts';
import { unwrap } from './unwrap.ts';
import { webhook } from './webhook.ts';

function detect(input: EvidenceFile): number {
  if (input.entries) return 0;
  const values = bodies(input).bodies;
  const first = values.slice(0, 20).flatMap((item) => unwrap(item));
  if (first.some(({ kind }) => kind !== 'unknown')) return 1;
  // Claimed too, so that read() can say what to do with it.
  if (values.some(({ value }) => isOtherOfAws(value))) return 0.7;
  return values.some(({ value }) => isOfCommandLine(value)) ? 0.5 : 0;
}

/** What `aws cloudwatch describe-alarms` and `describe-alarm-history` print; a source that a team described comes before. */
const isOfCommandLine = (value: unknown) =>
  ['MetricAlarms', 'CompositeAlarms', 'AlarmHistoryItems'].some((name) => Array.isArray(memberOf(value, name)));

/** What Lambda functions get of other services: log data, jobs of CodePipeline, records of SQS and others. */
function isOtherOfAws(value: unknown): boolean {
  if (['awslogs', 'CodePipeline.job'].some((name) => Object.hasOwn(membersOf(value), name))) return true;
  const records = memberOf(value, 'Records');
  const first: unknown = Array.isArray(records) ? records[0] : undefined;
  return (textOf(first, 'eventSource') ?? textOf(first, 'EventSource') ?? '').startsWith('aws:');
}

/** Alarms of Amazon CloudWatch, messages of SNS and events of EventBridge. */
export const cloudwatch: Source = {
  name: 'cloudwatch',
  title: 'Amazon CloudWatch',
  sentence: 'CloudWatch alarms and other events of AWS, as SNS or EventBridge delivers them, in envelopes or raw.',
  detect,
  read,
  webhook,
};
