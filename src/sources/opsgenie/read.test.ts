import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { SourceError } from '../source-error.ts';
import { read } from './read.ts';

const sample = JSON.parse(readFileSync(new URL('sample.json', import.meta.url), 'utf8'));
const readValue = (value: unknown) => read({ name: 'og.json', text: JSON.stringify(value) });
const [create, acknowledge, note, , close] = sample;
const action = (name: string, alert: object = {}, body: object = {}) => ({
  ...acknowledge,
  ...body,
  action: name,
  alert: { ...acknowledge.alert, ...alert },
});
const textOf = (value: unknown) => readValue(value).events[0]?.text;
const name = 'Opsgenie alert #1207';

test('tells who did what at the nanosecond clock of the alert', () => {
  const { events, ignored } = readValue(sample);
  assert.deepEqual(ignored, []);
  assert.deepEqual(
    events.map(({ epochMs, milestone, actor, text, quoted }) => [
      new Date(epochMs).toISOString(),
      milestone,
      actor,
      text.replace(name, 'A'),
      quoted,
    ]),
    [
      [
        '2026-03-04T14:23:41.000Z',
        'detected',
        'Prometheus',
        'A created: Checkout answers 5xx to 23 % of requests',
        undefined,
      ],
      ['2026-03-04T14:27:02.540Z', 'acknowledged', 'dana.okafor@example.com', 'A acknowledged', undefined],
      [
        '2026-03-04T14:41:33.120Z',
        undefined,
        'mei.lindqvist@example.com',
        'The pool of the order database is exhausted.',
        true,
      ],
      ['2026-03-04T14:50:10.000Z', undefined, 'System', 'A escalated to ravi.menon@example.com', undefined],
      ['2026-03-04T15:04:27.902Z', undefined, 'dana.okafor@example.com', 'A closed', undefined],
    ],
  );
});

test('closing closes the alert and resolves no incident', () => {
  const { events, conditions } = readValue(close);
  assert.deepEqual(
    conditions.map(({ state, closedBy }) => [state, closedBy]),
    [['closed', events[0]?.key]],
  );
  assert.equal(readValue(acknowledge).conditions[0]?.key, conditions[0]?.key);
});

test('the creation told to another team later is the same event; one action is one event', () => {
  const [first] = readValue(create).events;
  const [other] = readValue({
    ...create,
    integrationName: 'Other team',
    alert: { ...create.alert, updatedAt: 1772640000000000000 },
  }).events;
  assert.equal(first?.key, other?.key);
  assert.equal(first?.epochMs, other?.epochMs);
  assert.equal(readValue(note).events[0]?.key, readValue(note).events[0]?.key);
  assert.notEqual(readValue(note).events[0]?.key, readValue(acknowledge).events[0]?.key);
});

test('tells what each action did', () => {
  assert.equal(textOf(action('UnAcknowledge')), `${name} no longer acknowledged`);
  assert.equal(
    textOf(action('AssignOwnership', { owner: 'ravi@example.com' })),
    `${name} assigned to ravi@example.com`,
  );
  assert.equal(textOf(action('UpdatePriority', { oldPriority: 'P3' })), `${name}: priority P3 to P1`);
  assert.equal(textOf(action('AddResponder', { responder: { name: 'Ravi' } })), `${name}: Ravi added as responder`);
  assert.equal(
    textOf(action('Snooze', { snoozeEndDate: 1772640000000 })),
    `${name} snoozed until 2026-03-04T16:00:00Z`,
  );
  assert.equal(textOf(action('EscalateNext')), `${name} escalated to the next level`);
});

test('a custom action is told as it is called, and said', () => {
  for (const called of ['Restart pods', 'constructor']) {
    const { events, ignored } = readValue(action(called));
    assert.equal(events[0]?.text, `${name}: ${called}`);
    assert.deepEqual(
      ignored.map(({ what }) => what),
      [`action "${called}"`],
    );
  }
});

test('without a time there is no event, except where the delivery has one', () => {
  const timeless = action('Acknowledge', { updatedAt: 'soon' });
  assert.deepEqual(
    readValue(timeless).ignored.map(({ why }) => why),
    ['updatedAt is no time'],
  );
  const [event] = read({ name: 'og.json', text: JSON.stringify(timeless), receivedMs: 1_772_634_190_000 }).events;
  assert.deepEqual([event?.epochMs, event?.notes], [1_772_634_190_000, 'The time is that of the delivery.']);
});

test('an alert of the REST API tells its creation and whether it is closed, not when', () => {
  const data = {
    id: 'a',
    tinyId: '7',
    message: 'Disk full',
    status: 'closed',
    createdAt: '2026-03-04T14:00:00.5Z',
    count: 3,
    lastOccurredAt: '2026-03-04T14:10:00Z',
  };
  const { events, conditions } = readValue({ data: [data, { ...data, id: 5 }] });
  assert.deepEqual(
    events.map(({ text, count, lastMs, milestone }) => [text, count, lastMs, milestone]),
    [['Opsgenie alert #7 created: Disk full', 3, Date.UTC(2026, 2, 4, 14, 10), 'detected']],
  );
  assert.deepEqual(
    conditions.map(({ state, closedBy }) => [state, closedBy]),
    [['closed', undefined]],
  );
});

test('an answer without an alert is refused with a stable code', () => {
  assert.throws(
    () => readValue({ result: 'Request will be processed', took: 0.2, requestId: 'x' }),
    (error) => error instanceof SourceError && error.code === 'opsgenie.no-alert',
  );
});

test('a number for the short id is the short id', () => {
  assert.equal(textOf(action('Close', { tinyId: 1207 })), `${name} closed`);
});
