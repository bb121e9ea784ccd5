import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SourceError } from '../source-error.ts';
import { busEvent } from './bus.fixture.ts';
import { cloudwatch } from './index.ts';
import { read } from './read.ts';

const readValue = (value: unknown) => read({ name: 'aws.json', text: JSON.stringify(value) });
const line = ({ epochMs, text }: { epochMs: number; text: string }) => `${new Date(epochMs).toISOString()} ${text}`;
const sns = (message: object) => ({
  Type: 'Notification',
  MessageId: 'm1',
  TopicArn: 'arn:aws:sns:eu-central-1:210987654321:incidents',
  Message: JSON.stringify(message),
  Timestamp: '2026-03-04T14:51:30.000Z',
});
const arn = 'arn:aws:cloudwatch:eu-central-1:210987654321:alarm:throttled';

test('each contributor of an alarm has a state of its own, by EventBridge and by SNS the same one', () => {
  const contributor = (id: string, value: string) =>
    busEvent(
      'aws.cloudwatch',
      'CloudWatch Alarm Contributor State Change',
      {
        alarmName: 'throttled',
        alarmContributor: { id, attributes: { TableName: `table-${id}` } },
        state: { value, reason: 'crossed', timestamp: '2026-03-04T14:49:58.120+0000' },
      },
      arn,
    );
  const { events, conditions, facts } = readValue([contributor('a', 'ALARM'), contributor('b', 'OK')]);
  assert.deepEqual(events.map(line), [
    '2026-03-04T14:49:58.120Z Alarm throttled (TableName=table-a) fired: crossed',
    '2026-03-04T14:49:58.120Z Alarm throttled (TableName=table-b) is OK: crossed',
  ]);
  assert.deepEqual(
    conditions.map(({ key, state }) => [key, state]),
    [
      [`cloudwatch:${arn}#a`, 'open'],
      [`cloudwatch:${arn}#b`, 'closed'],
    ],
  );
  assert.deepEqual(
    facts.systems.map(({ value }) => value),
    ['table-a'],
  );
  const bySns = readValue(
    sns({
      AlarmName: 'throttled',
      AlarmArn: arn,
      AlarmContributorId: 'a',
      AlarmContributorAttributes: { TableName: 'table-a' },
      NewStateValue: 'ALARM',
      NewStateReason: 'crossed',
      StateChangeTime: '2026-03-04T14:49:58.133+0000',
    }),
  );
  assert.deepEqual([bySns.events[0]?.key, bySns.events[0]?.text], [events[0]?.key, events[0]?.text]);
});

test('says by which rule the actions of an alarm were muted', () => {
  const detail = {
    alarmName: 'throttled',
    state: { value: 'ALARM', timestamp: '2026-03-04T14:49:58.120+0000' },
    muteDetail: { mutedByArn: 'arn:aws:cloudwatch:eu-central-1:210987654321:alarm-mute-rule:deploys' },
  };
  const { events } = readValue(busEvent('aws.cloudwatch', 'CloudWatch Alarm State Change', detail, arn));
  assert.equal(events[0]?.notes, 'Actions muted by deploys');
});

test('older notices stand at the time that they state, not at that of SNS', () => {
  const database = {
    'Event Time': '2026-03-04 14:48:10.307',
    'Source ID': 'orders-db',
    'Event Message': 'Failover started',
  };
  const group = { AutoScalingGroupARN: 'arn:x', Time: '2026-03-04T14:47:00.500Z', Description: 'Launching i-1' };
  const other = { Time: '2026-03-04T14:47:00.500Z', Description: 'Somebody else wrote this' };
  assert.deepEqual(
    [database, group, other, { ...database, 'Event Time': 'soon' }].flatMap((message) =>
      readValue(sns(message)).events.map(line),
    ),
    [
      '2026-03-04T14:48:10.307Z orders-db: Failover started',
      '2026-03-04T14:47:00.500Z Launching i-1',
      '2026-03-04T14:51:30.000Z Somebody else wrote this',
      '2026-03-04T14:51:30.000Z orders-db: Failover started',
    ],
  );
});

test('a notification rule of the developer tools is the event that it tells; without an id its resource tells two apart', () => {
  const failed = (pipeline: string) =>
    sns({
      account: '210987654321',
      detailType: 'CodePipeline Pipeline Execution State Change',
      region: 'eu-central-1',
      source: 'aws.codepipeline',
      time: '2026-03-04T14:50:00Z',
      notificationRuleArn: 'arn:aws:codestar-notifications:eu-central-1:210987654321:notificationrule/1',
      resources: [`arn:aws:codepipeline:eu-central-1:210987654321:${pipeline}`],
      detail: { pipeline, state: 'FAILED' },
    });
  const { events, ignored } = readValue([failed('shop'), failed('cart')]);
  assert.deepEqual(events.map(line), [
    '2026-03-04T14:50:00.000Z CodePipeline Pipeline Execution State Change: shop FAILED',
    '2026-03-04T14:50:00.000Z CodePipeline Pipeline Execution State Change: cart FAILED',
  ]);
  assert.deepEqual([new Set(events.map(({ key }) => key)).size, events[0]?.change, ignored], [2, true, []]);
});

test('names what an issue of AWS affects, what becomes of a spot instance, and what a partner says of its monitor', () => {
  const entities = Array.from({ length: 22 }, (_, index) => ({ entityValue: `i-${index}` }));
  const [notice, spot, partner] = readValue([
    busEvent('aws.health', 'AWS Health Event', {
      eventTypeCategory: 'accountNotification',
      affectedEntities: entities,
    }),
    busEvent('aws.ec2', 'EC2 Spot Instance Interruption Warning', {
      'instance-id': 'i-1',
      'instance-action': 'terminate',
    }),
    busEvent('aws.partner/monitors.example/1', 'Alert', {
      meta: { monitor: { name: 'Queue is long', more: { deep: 1 } } },
    }),
  ]).events;
  assert.match(notice?.notes ?? '', /^Affected: i-0, .*, i-19, and 2 more\n/);
  assert.equal(spot?.text, 'EC2 Spot Instance Interruption Warning: i-1 terminate');
  assert.equal(partner?.notes, 'meta.monitor.name: Queue is long');
});

test('alarms as the command line lists them are refused with what to give', () => {
  for (const value of [{ MetricAlarms: [{ AlarmName: 'a', StateValue: 'ALARM' }] }, { AlarmHistoryItems: [] }]) {
    const file = { name: 'aws.json', text: JSON.stringify(value) };
    assert.equal(cloudwatch.detect(file), 0.5);
    assert.throws(
      () => read(file),
      (error) => error instanceof SourceError && error.code === 'cloudwatch.no-event',
    );
  }
});
