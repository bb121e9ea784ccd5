import { memberOf, membersOf, Text, textOf } from '../lenient.ts';

/** A metric that an alarm watches, with its dimensions. */
export type Metric = { text: string; dimensions: [name: string, value: string][] };

/** Metrics of an alarm: of `Trigger` in a message to SNS, or of `configuration.metrics` in an event. */
export function readMetrics(trigger: unknown, configured: unknown[]): Metric[] {
  const listed = memberOf(trigger, 'Metrics');
  const queries = [...(Array.isArray(listed) ? listed : []), ...configured];
  const metrics = queries.map((query: unknown) => {
    const stat = memberOf(query, 'MetricStat') ?? memberOf(query, 'metricStat');
    return memberOf(stat, 'Metric') ?? memberOf(stat, 'metric');
  });
  return [trigger, ...metrics].map(readMetric).filter((metric) => metric !== undefined);
}

function readMetric(metric: unknown): Metric | undefined {
  const name = textOf(metric, 'MetricName') ?? textOf(metric, 'name');
  if (name === undefined) return undefined;
  const namespace = textOf(metric, 'Namespace') ?? textOf(metric, 'namespace');
  const dimensions = readDimensions(memberOf(metric, 'Dimensions') ?? memberOf(metric, 'dimensions'));
  const pairs = dimensions.map(([key, value]) => `${key}=${value}`);
  return { text: [namespace, name, ...pairs].filter(Boolean).join(' '), dimensions };
}

/** A list of names and values in SNS, an object in EventBridge. */
function readDimensions(dimensions: unknown): Metric['dimensions'] {
  const pairs = Array.isArray(dimensions)
    ? dimensions.map((pair: unknown) => [
        textOf(pair, 'name') ?? textOf(pair, 'Name'),
        textOf(pair, 'value') ?? textOf(pair, 'Value'),
      ])
    : Object.entries(membersOf(dimensions)).map(([name, value]) => [name, Text.parse(value)]);
  return pairs.flatMap(([name, value]) =>
    name !== undefined && value !== undefined ? [[name, value] as [string, string]] : [],
  );
}

/** Dimensions whose value is what a team calls its service; the others name parts of a system. */
const serviceDimensions = new Set(['ServiceName', 'Service', 'FunctionName', 'ApiName', 'CanaryName']);
const ownDimensions = new Set([
  ...serviceDimensions,
  'InstanceId',
  'DBInstanceIdentifier',
  'DBClusterIdentifier',
  'QueueName',
  'TableName',
  'LoadBalancer',
  'TargetGroup',
  'ClusterName',
  'AutoScalingGroupName',
  'TopicName',
  'BucketName',
  'CacheClusterId',
  'StateMachineArn',
]);

/** The services and other parts that the metrics of an alarm speak of. */
export function namedBy(metrics: Metric[]): { services: string[]; systems: string[] } {
  const pairs = metrics.flatMap(({ dimensions }) => dimensions).filter(([name]) => ownDimensions.has(name));
  const of = (isService: boolean) => [
    ...new Set(pairs.filter(([name]) => serviceDimensions.has(name) === isService).map(([, value]) => value)),
  ];
  return { services: of(true), systems: of(false) };
}
