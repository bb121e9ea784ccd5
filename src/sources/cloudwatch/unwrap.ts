import type { JsonDocument } from '../documents.ts';
import { memberOf, textOf } from '../lenient.ts';

/** What a payload turned out to hold. `envelope` is the SNS message it came in, `at` the place of the value itself. */
export type Unwrapped = {
  kind: 'alarm' | 'bus' | 'text' | 'control' | 'unknown';
  value: unknown;
  at: string;
  envelope?: unknown;
};

/** Envelopes within envelopes: an event in SNS in SQS in Lambda is three. */
const depthLimit = 4;

/** Takes alarms and events out of SNS envelopes, Lambda records and SQS messages. */
export function unwrap({ value, at }: JsonDocument, depth = 0, envelope?: unknown): Unwrapped[] {
  const carried = envelope === undefined ? {} : { envelope };
  const called = fromAction(value);
  if (called) return [{ kind: 'bus', value: called, at, ...carried }];
  const notified = fromNotificationRule(value);
  if (notified) return [{ kind: 'bus', value: notified, at, ...carried }];
  if (isAlarm(value)) return [{ kind: 'alarm', value, at, ...carried }];
  if (isBusEvent(value)) return [{ kind: 'bus', value, at, ...carried }];
  if (depth >= depthLimit) return [{ kind: 'unknown', value, at, ...carried }];
  const records = memberOf(value, 'Records');
  if (Array.isArray(records)) {
    return records.flatMap((record: unknown, index) => unwrapRecord(record, `${at}/Records/${index}`, depth + 1));
  }
  const received = memberOf(value, 'Messages');
  if (Array.isArray(received)) {
    return received.flatMap((message: unknown, index) => unwrapMessage(message, `${at}/Messages/${index}`, depth + 1));
  }
  if (isSns(value)) return unwrapSns(value, at, depth + 1);
  return [{ kind: envelope === undefined ? 'unknown' : 'text', value, at, ...carried }];
}

/** True for what SNS posts: its type, its topic and a message. */
export function isSns(value: unknown): boolean {
  return (
    /^(?:Notification|SubscriptionConfirmation|UnsubscribeConfirmation)$/.test(textOf(value, 'Type') ?? '') &&
    typeof memberOf(value, 'Message') === 'string' &&
    textOf(value, 'TopicArn') !== undefined
  );
}

/** What an alarm hands to a function as its action, in the form of the event for the same change. */
function fromAction(value: unknown): unknown {
  const data = memberOf(value, 'alarmData');
  if (textOf(value, 'alarmArn') === undefined || data === undefined) return undefined;
  const { accountId, time, region } = value as Record<string, unknown>;
  const resources = [memberOf(value, 'alarmArn')];
  const type = { source: 'aws.cloudwatch', 'detail-type': 'CloudWatch Alarm State Change' };
  return { ...type, account: accountId, time, region, resources, detail: data };
}

/** What a notification rule of the developer tools (CodePipeline, CodeBuild ...) sends to SNS: an event that spells its type in another way. */
function fromNotificationRule(value: unknown): unknown {
  const type = textOf(value, 'detailType');
  const isOne = type !== undefined && textOf(value, 'notificationRuleArn') !== undefined;
  return isOne ? { ...(value as Record<string, unknown>), 'detail-type': type } : undefined;
}

const isAlarm = (value: unknown) =>
  textOf(value, 'AlarmName') !== undefined && textOf(value, 'NewStateValue') !== undefined;

/** True for an event of EventBridge: its members are all required there. */
export const isBusEvent = (value: unknown) =>
  textOf(value, 'detail-type') !== undefined &&
  textOf(value, 'source') !== undefined &&
  typeof memberOf(value, 'detail') === 'object';

function unwrapRecord(record: unknown, at: string, depth: number): Unwrapped[] {
  const sns = memberOf(record, 'Sns');
  if (isSns(sns)) return unwrapSns(sns, `${at}/Sns`, depth);
  const body = memberOf(record, 'body');
  const inner = typeof body === 'string' ? parse(body) : undefined;
  if (inner !== undefined && textOf(record, 'eventSource') === 'aws:sqs') {
    return unwrap({ value: inner, at: `${at}/body` }, depth);
  }
  return [{ kind: 'unknown', value: record, at }];
}

/** A message as `aws sqs receive-message` prints it. */
function unwrapMessage(message: unknown, at: string, depth: number): Unwrapped[] {
  const body = memberOf(message, 'Body');
  const inner = typeof body === 'string' ? parse(body) : undefined;
  if (inner === undefined) return [{ kind: 'unknown', value: message, at }];
  return unwrap({ value: inner, at: `${at}/Body` }, depth);
}

function unwrapSns(envelope: unknown, at: string, depth: number): Unwrapped[] {
  if (textOf(envelope, 'Type') !== 'Notification') return [{ kind: 'control', value: envelope, at }];
  const message = memberOf(envelope, 'Message');
  const inner = typeof message === 'string' ? parse(message) : undefined;
  if (inner === undefined) return [{ kind: 'text', value: message, at: `${at}/Message`, envelope }];
  return unwrap({ value: inner, at: `${at}/Message` }, depth, envelope);
}

/** The object or list in a text; undefined when it is plain text. */
function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
