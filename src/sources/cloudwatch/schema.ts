import { z } from 'zod';
import { List, Members, Text } from '../lenient.ts';

/**
 * What Amazon SNS posts, and what it hands to a Lambda function (there the addresses end in `Url`). `Message` is a text, which
 * may hold JSON. Format: docs.aws.amazon.com/sns/latest/dg/sns-message-and-json-formats.html.
 */
export const SnsEnvelope = z.object({
  Type: Text,
  MessageId: Text,
  TopicArn: Text,
  Subject: Text,
  Message: z.string(),
  Timestamp: Text,
  UnsubscribeURL: Text,
});
export type SnsEnvelope = z.infer<typeof SnsEnvelope>;

/** The message of a metric or composite alarm to SNS. Format: "Notifying users on alarm changes" of the CloudWatch guide. */
export const AlarmMessage = z.object({
  AlarmName: Text,
  AlarmDescription: Text,
  AlarmArn: Text,
  AWSAccountId: Text,
  Region: Text,
  NewStateValue: Text,
  OldStateValue: Text,
  NewStateReason: Text,
  StateChangeTime: Text,
  AlarmContributorId: Text,
  AlarmContributorAttributes: Members,
  AlarmRule: Text,
  TriggeringChildren: List,
  Trigger: Members,
});
export type AlarmMessage = z.infer<typeof AlarmMessage>;

/** An event of Amazon EventBridge. Format: docs.aws.amazon.com/eventbridge/latest/ref/overiew-event-structure.html. */
export const BusEvent = z.object({
  id: Text,
  'detail-type': z.string(),
  source: z.string(),
  account: Text,
  time: Text,
  region: Text,
  resources: List,
  detail: Members,
});
export type BusEvent = z.infer<typeof BusEvent>;

const State = z.object({ value: Text, reason: Text, timestamp: Text, actionsSuppressedBy: Text }).partial().catch({});

/**
 * The detail of "CloudWatch Alarm State Change", of a metric alarm or a composite one, and of "CloudWatch Alarm Contributor State
 * Change". Format: "Alarm events and EventBridge" of the CloudWatch guide.
 */
export const AlarmDetail = z.object({
  alarmName: Text,
  alarmContributor: z.object({ id: Text, attributes: Members }).catch({ id: undefined, attributes: {} }),
  state: State,
  previousState: State,
  configuration: z.object({ description: Text, metrics: List, alarmRule: Text }).catch({
    description: undefined,
    metrics: [],
    alarmRule: undefined,
  }),
  muteDetail: z.object({ mutedByArn: Text }).catch({ mutedByArn: undefined }),
});
export type AlarmDetail = z.infer<typeof AlarmDetail>;
