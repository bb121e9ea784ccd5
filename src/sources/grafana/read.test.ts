import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { alertmanager } from '../alertmanager/index.ts';
import { SourceError } from '../source-error.ts';
import { grafana } from './index.ts';
import { read } from './read.ts';

const sample = JSON.parse(readFileSync(new URL('sample.json', import.meta.url), 'utf8'));
const receivedMs = Date.UTC(2026, 2, 4, 14, 31, 40);
const readValue = (value: unknown) => read({ name: 'g.json', text: JSON.stringify(value), receivedMs });
const [firing, resolved, legacy] = sample;
const withAlert = (changes: object, body: object = {}) => ({
  ...firing,
  ...body,
  alerts: [{ ...firing.alerts[0], ...changes }],
});
const whats = (value: unknown) => readValue(value).ignored.map(({ what, where }) => [what, where]);

test('firing is detection at its exact time, resolved is no milestone, and both deliveries speak of one alert', () => {
  const [first] = readValue(firing).events;
  const both = readValue(resolved);
  assert.deepEqual(
    both.events.map(({ epochMs, text, milestone, actor, evidence }) => [
      new Date(epochMs).toISOString(),
      text,
      milestone,
      actor,
      evidence,
    ]),
    [
      [
        '2026-03-04T14:23:10.000Z',
        'Alert HighErrorRate (checkout) fired: 5xx ratio of checkout is 23 %',
        'detected',
        'Grafana',
        'g.json#/alerts/0',
      ],
      [
        '2026-03-04T15:02:20.000Z',
        'Alert HighErrorRate (checkout) resolved',
        undefined,
        'Grafana',
        'g.json#/alerts/0/endsAt',
      ],
    ],
  );
  assert.equal(first?.key, both.events[0]?.key);
  assert.match(first?.notes ?? '', /Values: B = 23.4, C = 1/);
  assert.deepEqual(
    both.conditions.map(({ state, closedBy }) => [state, closedBy]),
    [['closed', both.events[1]?.key]],
  );
  assert.deepEqual(
    readValue(firing).facts.links.map(({ kind }) => kind),
    ['alerts', 'runbook', 'query', 'dashboard', 'panel'],
  );
});

test('Grafana and Alertmanager each know their own of two bodies that are much alike', () => {
  const { orgId: _org, title: _title, state: _state, ...bare } = firing;
  const own = { ...bare, version: '4' };
  for (const [value, known] of [
    [firing, true],
    [bare, true],
    [own, false],
  ] as const) {
    const file = { name: 'g.json', text: JSON.stringify(value) };
    assert.deepEqual([grafana.detect(file) > 0, alertmanager.detect(file) > 0], [known, !known]);
  }
});

test('a rule that could not be evaluated has detected nothing', () => {
  for (const alertname of ['DatasourceNoData', 'DatasourceError']) {
    const [event] = readValue(
      withAlert({ labels: { alertname, rulename: 'Checkout errors' }, annotations: {} }),
    ).events;
    assert.deepEqual([event?.text, event?.milestone], [`Alert ${alertname} (Checkout errors) fired`, undefined]);
  }
});

test('a test notification is said as one, old or new', () => {
  const labels = { alertname: 'TestAlert', instance: 'Grafana' };
  assert.deepEqual(whats(withAlert({ labels }, { truncatedAlerts: 1 })), [['a test notification', 'g.json#/alerts/0']]);
  assert.deepEqual(whats({ ...legacy, title: '[Alerting] Test notification' }), [['a test notification', 'g.json#']]);
});

test('alerts that were cut off are said and stay open', () => {
  const { ignored, conditions } = readValue({ ...firing, truncatedAlerts: 2 });
  assert.deepEqual(
    ignored.map(({ what }) => what),
    ['2 alerts that Grafana cut off (truncatedAlerts)'],
  );
  assert.equal(conditions.length, 2);
});

test('an old alert stands where its delivery came, as a suggestion; without that it has no moment', () => {
  const { events } = readValue(legacy);
  assert.deepEqual(
    events.map(({ epochMs, milestone, inferredFrom, notes }) => [epochMs, milestone, inferredFrom, notes]),
    [[receivedMs, 'detected', 'position', 'Values: orders waiting = 2140.5\n\nThe time is that of the delivery.']],
  );
  const saved = read({ name: 'g.json', text: JSON.stringify(legacy) });
  assert.deepEqual(saved.events, []);
  assert.deepEqual(
    saved.ignored.map(({ what }) => what),
    ['the moment of an alert'],
  );
  assert.equal(saved.facts.titles[0]?.value, 'Queue backlog');
});

test('the states of an old alert: ok closes it, no data detects nothing, others are said', () => {
  const closed = readValue({ ...legacy, state: 'ok', message: '' });
  assert.deepEqual(
    [closed.events[0]?.text, closed.events[0]?.milestone, closed.conditions[0]?.state, closed.conditions[0]?.closedBy],
    ['Alert Queue backlog resolved', undefined, 'closed', closed.events[0]?.key],
  );
  assert.equal(readValue({ ...legacy, state: 'no_data' }).events[0]?.milestone, undefined);
  assert.deepEqual(readValue({ ...legacy, state: 'pending' }).conditions, []);
  assert.deepEqual(whats({ ...legacy, state: 'unsure' }), [['alert state "unsure"', 'g.json#/state']]);
});

test('the same old body of another day is another delivery; a new body is known by its bytes', () => {
  const identity = (value: unknown, at: number) =>
    grafana.webhook?.identity?.({ headers: {}, body: new TextEncoder().encode(JSON.stringify(value)), receivedMs: at });
  assert.equal(identity(legacy, 1000), identity(legacy, 1999));
  assert.notEqual(identity(legacy, 1000), identity(legacy, 2000));
  assert.equal(identity(firing, 1000), undefined);
  assert.equal(grafana.webhook?.identity?.({ headers: {}, body: new Uint8Array([123]), receivedMs: 1 }), undefined);
});

test('a body without alerts is refused with a stable code', () => {
  assert.throws(
    () => readValue({ hello: 1 }),
    (error) => error instanceof SourceError && error.code === 'grafana.no-webhook',
  );
});
