import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { SourceError } from '../source-error.ts';
import { busEvent } from './bus.fixture.ts';
import { read } from './read.ts';

const sample = JSON.parse(readFileSync(new URL('sample.json', import.meta.url), 'utf8'));
const readValue = (value: unknown) => read({ name: 'aws.json', text: JSON.stringify(value) });
const [notification, , , okEvent] = sample;
const alarm = JSON.parse(notification.Message);
const line = ({ epochMs, text, milestone }: { epochMs: number; text: string; milestone?: string }) =>
  `${new Date(epochMs).toISOString()} ${milestone ?? '-'} ${text}`;

test('reads the sample: an alarm is a detection, its end none, a deployment and a call in between', () => {
  const { events, ignored, conditions, facts } = readValue(sample);
  assert.deepEqual(ignored, []);
  assert.deepEqual(events.map(line), [
    '2026-03-04T14:23:10.512Z detected Alarm checkout-5xx fired: Threshold Crossed: 3 out of the last 3 datapoints were greater than the threshold (5.0).',
    '2026-03-04T14:19:58.000Z - ECS Deployment State Change: checkout SERVICE_DEPLOYMENT_COMPLETED: ECS deployment ecs-svc/4711 completed.',
    '2026-03-04T14:41:33.000Z - UpdateService of ecs',
    '2026-03-04T15:02:25.004Z - Alarm checkout-5xx went back to OK: Threshold Crossed: 3 out of the last 3 datapoints were not greater than the threshold (5.0).',
  ]);
  assert.deepEqual(
    events.map(({ actor, evidence }) => [actor, evidence]),
    [
      ['CloudWatch', 'aws.json#/0/Message'],
      ['aws.ecs', 'aws.json#/1'],
      ['mara.lind', 'aws.json#/2'],
      ['CloudWatch', 'aws.json#/3'],
    ],
  );
  assert.deepEqual(
    conditions.map(({ key, state, closedBy }) => [key, state, closedBy === events[3]?.key]),
    [
      ['cloudwatch:arn:aws:cloudwatch:eu-central-1:210987654321:alarm:checkout-5xx', 'open', false],
      ['cloudwatch:arn:aws:cloudwatch:eu-central-1:210987654321:alarm:checkout-5xx', 'closed', true],
    ],
  );
  assert.deepEqual(
    facts.links.map(({ kind, value }) => [kind, value]),
    [['runbook', 'https://runbooks.example.com/checkout-5xx']],
  );
});

test('one change of an alarm has one key: by SNS, raw, in Lambda, in SQS and by EventBridge', () => {
  const bus = structuredClone(okEvent);
  bus.detail.state = { ...bus.detail.previousState, timestamp: '2026-03-04T14:23:10.498+0000' };
  const { SigningCertURL: _url, ...bare } = notification;
  const ways = [
    notification,
    alarm,
    { Records: [{ EventSource: 'aws:sns', Sns: bare }] },
    { Records: [{ eventSource: 'aws:sqs', messageId: '1', body: JSON.stringify(notification) }] },
    { Records: [{ eventSource: 'aws:sqs', messageId: '1', body: JSON.stringify(alarm) }] },
    { Messages: [{ MessageId: '1', ReceiptHandle: 'x', Body: JSON.stringify(notification) }] },
    bus,
    { ...notification, Message: JSON.stringify(bus) },
    {
      source: 'aws.cloudwatch',
      alarmArn: alarm.AlarmArn,
      accountId: '210987654321',
      time: '2026-03-04T14:23:10.498+0000',
      region: 'eu-central-1',
      alarmData: bus.detail,
    },
  ];
  const keys = ways.map((way) => readValue(way).events.map(({ key }) => key));
  assert.deepEqual(new Set(keys.flat()).size, 1);
  assert.ok(keys.every((list) => list.length === 1));
});

test('a composite alarm names its rule and what set it off; missing data closes nothing', () => {
  const composite = {
    ...alarm,
    AlarmArn: 'arn:aws:cloudwatch:eu-central-1:210987654321:alarm:shop-down',
    AlarmName: 'shop-down',
    AlarmRule: 'ALARM(checkout-5xx) OR ALARM(cart-5xx)',
    TriggeringChildren: [
      { Arn: 'arn:aws:cloudwatch:eu-central-1:210987654321:alarm:checkout-5xx', State: { Value: 'ALARM' } },
    ],
    Trigger: undefined,
  };
  assert.match(readValue(composite).events[0]?.notes ?? '', /Rule: ALARM\(checkout-5xx\) OR .+ \(by checkout-5xx\)/);
  const missing = readValue({ ...alarm, NewStateValue: 'INSUFFICIENT_DATA', OldStateValue: 'ALARM' });
  assert.deepEqual([missing.conditions, missing.events[0]?.milestone], [[], undefined]);
  assert.match(missing.events[0]?.text ?? '', /too little data/);
});

test('an issue of AWS itself has its own start and end, and calls that only read are noise', () => {
  const bus = {
    version: '0',
    id: 'h1',
    account: '1',
    region: 'eu-central-1',
    time: '2026-03-04T14:50:00Z',
    resources: [],
  };
  const health = {
    ...bus,
    source: 'aws.health',
    'detail-type': 'AWS Health Event',
    detail: {
      eventArn: 'arn:aws:health:eu-central-1::event/EC2/X/1',
      service: 'EC2',
      eventTypeCode: 'AWS_EC2_OPERATIONAL_ISSUE',
      eventTypeCategory: 'issue',
      statusCode: 'closed',
      startTime: 'Wed, 4 Mar 2026 14:05:00 GMT',
      endTime: 'Wed, 4 Mar 2026 15:10:00 GMT',
      eventDescription: [{ language: 'en_US', latestDescription: 'Increased API error rates.' }],
    },
  };
  const call = { ...bus, source: 'aws.ecs', 'detail-type': 'AWS API Call via CloudTrail' };
  const { events, ignored } = readValue([
    health,
    { ...call, detail: { eventName: 'DescribeServices', eventSource: 'ecs.amazonaws.com' } },
    { ...bus, source: 'aws.events', 'detail-type': 'Scheduled Event', detail: {} },
  ]);
  assert.deepEqual(events.map(line), [
    '2026-03-04T14:05:00.000Z - AWS EC2 AWS_EC2_OPERATIONAL_ISSUE began: Increased API error rates.',
    '2026-03-04T15:10:00.000Z - AWS EC2 AWS_EC2_OPERATIONAL_ISSUE ended',
    '2026-03-04T14:50:00.000Z - AWS Health Event: EC2 / AWS_EC2_OPERATIONAL_ISSUE closed',
  ]);
  assert.deepEqual(
    ignored.map(({ what }) => what),
    ['a call that reads', 'a Scheduled Event'],
  );
});

test('events of any service say their subject, state and reason; those of deployments and settings are changes', () => {
  const arn = (rest: string) => `arn:aws:${rest}`;
  const { events } = readValue([
    busEvent('aws.guardduty', 'GuardDuty Finding', { severity: 8, title: 'Brute force', service: {}, type: 'X:EC2/Y' }),
    busEvent('aws.ecs', 'ECS Task State Change', {
      group: 'service:checkout',
      lastStatus: 'STOPPED',
      stoppedReason: 'exited',
    }),
    busEvent('aws.rds', 'RDS DB Instance Event', { SourceIdentifier: 'orders', Message: 'failover completed' }),
    busEvent('aws.ec2', 'EC2 Instance State-change Notification', { 'instance-id': 'i-1', state: 'terminated' }),
    busEvent('aws.cloudformation', 'CloudFormation Stack Status Change', {
      'stack-id': arn('cloudformation:eu-central-1:1:stack/shop/0f6c'),
      'status-details': { status: 'UPDATE_ROLLBACK_COMPLETE', 'status-reason': 'a resource failed' },
    }),
    busEvent('example.deployer', 'Deployment Finished', { application: 'checkout', status: 'ok' }),
    busEvent('example.none', 'Nothing Else', {}, arn('s3:::logs')),
  ]);
  assert.deepEqual(
    events.map(({ text, change }) => `${change ? 'change ' : ''}${text}`),
    [
      'GuardDuty Finding: Brute force',
      'ECS Task State Change: service:checkout STOPPED: exited',
      'RDS DB Instance Event: orders: failover completed',
      'EC2 Instance State-change Notification: i-1 terminated',
      'change CloudFormation Stack Status Change: shop UPDATE_ROLLBACK_COMPLETE: a resource failed',
      'change Deployment Finished: checkout ok',
      'Nothing Else: logs',
    ],
  );
});

test('a plain message keeps its words; what is about the subscription is said and is no event', () => {
  const plain = readValue({ ...notification, Message: 'Failover done\nby hand', Subject: 'db' });
  assert.deepEqual(
    plain.events.map(({ text, notes, actor }) => [text, notes, actor]),
    [['db: Failover done', 'db: Failover done\nby hand', 'SNS topic incidents']],
  );
  const other = { Event: 'autoscaling:TEST', Description: 'Terminating i-1', Cause: 'health' };
  const json = readValue({ ...notification, Message: JSON.stringify(other), Subject: undefined });
  assert.deepEqual(
    [json.events[0]?.text, json.events[0]?.notes?.includes('Cause: health'), json.ignored.length],
    ['Terminating i-1', true, 1],
  );
  const ended = readValue({ ...notification, Type: 'UnsubscribeConfirmation', Message: 'You have chosen' });
  assert.deepEqual(
    [ended.events.length, ended.ignored[0]?.why],
    [0, 'it delivers no more until it is subscribed again'],
  );
});

test('says what it does not know: a state, a time; and refuses what is no event, with what to do', () => {
  const odd = readValue([{ ...alarm, NewStateValue: 'ASLEEP' }, { ...alarm, StateChangeTime: 'soon' }, 7]);
  assert.deepEqual(
    odd.ignored.map(({ what, where }) => [what, where]),
    [
      ['alarm state "ASLEEP"', 'aws.json#/0'],
      ['a change of an alarm', 'aws.json#/1/StateChangeTime'],
      ['a value', 'aws.json#/2'],
    ],
  );
  const code = (value: unknown) => {
    try {
      return readValue(value).source;
    } catch (error) {
      return error instanceof SourceError ? error.code : String(error);
    }
  };
  assert.equal(code({ awslogs: { data: 'H4sI' } }), 'cloudwatch.log-data');
  assert.equal(code({ Records: [{ eventSource: 'aws:sqs', body: 'hello' }] }), 'cloudwatch.no-event');
  assert.equal(code({ Messages: [{ Body: 'hello' }, null, { Body: 5 }] }), 'cloudwatch.no-event');
});
