import assert from 'node:assert/strict';
import { test } from 'node:test';
import { datadog } from './index.ts';
import { read } from './read.ts';

const readValue = (value: unknown) => read({ name: 'dd.json', text: JSON.stringify(value) });
const date = '1772634221000';
const values = (facts: { value: string; evidence: string }[]) => facts.map(({ value, evidence }) => [value, evidence]);

test('variables in groups are found by the name of their group, and the id of an alert is not that of the event', () => {
  const grouped = (scope: string) => ({
    alert: { id: '12', scope, status: 'p95 was > 2 s', priority: 'P2', title: 'API is slow', transition: 'Triggered' },
    event: { type: 'query_alert_monitor', date },
    message: 'Look at the pool.',
  });
  const [web, shop] = ['service:web', 'service:shop'].map((scope) => readValue(grouped(scope)));
  assert.deepEqual(
    [web?.events[0]?.text, web?.events[0]?.notes],
    ['Monitor API is slow (service:web) triggered', 'Look at the pool.\n\np95 was > 2 s'],
  );
  assert.deepEqual(values(web?.facts.severities ?? []), [['P2', 'dd.json#/alert/priority']]);
  assert.notEqual(web?.events[0]?.key, shop?.events[0]?.key);
});

test('what stands at the top counts before what stands in a group', () => {
  const [event] = readValue({ details: { date: '5', title: 'other' }, title: '[Warn] Disk', date, alert_id: 1 }).events;
  assert.deepEqual([event?.text, event?.epochMs], ['Monitor Disk warned', Number(date)]);
});

test('its own payload tells the priority, the service, the host and the monitor by title and message', () => {
  const { facts, events } = readValue({
    id: '1',
    last_updated: date,
    event_type: 'log_alert',
    title: '[P3] [Triggered on {service:checkout,host:web-1,env:*}] Errors',
    date,
    org: { id: '1', name: 'Example' },
    body: '%%%\nToo many.\n\n[[Monitor Status](https://app.datadoghq.com/monitors/12?from=1)] · [[Edit](https://x)]\n%%%',
  });
  assert.equal(events[0]?.notes, 'Too many.');
  assert.deepEqual(values(facts.severities), [['P3', 'dd.json#/title']]);
  assert.deepEqual(values(facts.services), [['checkout', 'dd.json#/title']]);
  assert.deepEqual(values(facts.systems), [['web-1', 'dd.json#/title']]);
  assert.deepEqual(
    facts.links.map(({ kind, value }) => [kind, value]),
    [['monitor', 'https://app.datadoghq.com/monitors/12?from=1']],
  );
});

test('a field called priority is one of the monitor only when it says P1 to P5; a service is told once', () => {
  const monitor = { title: 'API', alert_id: 1, alert_transition: 'Triggered', date };
  const facts = (more: object) => readValue({ ...monitor, ...more }).facts;
  assert.deepEqual(values(facts({ priority: 'P1' }).severities), [['P1', 'dd.json#/priority']]);
  assert.deepEqual(facts({ priority: 'normal' }).severities, []);
  const twice = facts({ tags: ['service:web', 'env:prod'], alert_scope: 'service:web', hostname: 'a' });
  assert.deepEqual([values(twice.services), twice.systems.length], [[['web', 'dd.json#/tags']], 1]);
});

test('a payload is known by each type of event that a monitor can have', () => {
  const types =
    'ci_pipelines_alert ci_tests_alert composite_monitor error_tracking_alert event_alert event_v2_alert log_alert monitor_slo_alert metric_slo_alert outlier_monitor process_alert query_alert_monitor rum_alert service_check synthetics_alert trace_analytics_alert';
  const sureOf = (event_type: string) =>
    datadog.detect({ name: 'dd.json', text: JSON.stringify({ title: 'API', event_type, date }) });
  assert.ok(types.split(' ').every((type) => sureOf(type) >= 0.8));
  assert.equal(sureOf('fire_alert'), 0);
});

test('a payload of which no variable was filled is named and is no event', () => {
  const own = ['id', 'last_updated', 'event_type', 'title', 'date', 'body'].map((name) => [
    name,
    `$${name.toUpperCase()}`,
  ]);
  const { events, ignored } = read({
    name: 'dd.json',
    text: JSON.stringify({ ...Object.fromEntries(own), org: { id: '$ORG_ID' } }),
    receivedMs: Number(date),
  });
  assert.deepEqual([events, ignored.map(({ what }) => what)], [[], ['a notification']]);
});

test('the same bytes at another time are another notification, unless the payload tells its time or its id', () => {
  const identityOf = (value: unknown, receivedMs: number) =>
    datadog.webhook?.identity?.({ headers: {}, body: new TextEncoder().encode(JSON.stringify(value)), receivedMs });
  const bare = { title: 'API', alert_id: 1, alert_transition: 'Triggered' };
  const monday = identityOf(bare, 1772634221000);
  assert.notEqual(monday, undefined);
  assert.equal(identityOf(bare, 1772634221900), monday);
  assert.notEqual(identityOf(bare, 1772720621000), monday);
  assert.notEqual(identityOf({ ...bare, alert_transition: 'Recovered' }, 1772634221000), monday);
  for (const value of [{ ...bare, date }, { ...bare, id: '5' }, [bare, bare], { other: 1 }, 7])
    assert.equal(identityOf(value, 1772634221000), undefined);
});
