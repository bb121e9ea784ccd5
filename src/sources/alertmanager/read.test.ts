import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { SourceError } from '../source-error.ts';
import { read } from './read.ts';

const sample = JSON.parse(readFileSync(new URL('sample.json', import.meta.url), 'utf8'));
const readValue = (value: unknown) => read({ name: 'am.json', text: JSON.stringify(value) });
const alert = { ...sample[0].alerts[0] };
const hook = (changes: object, ...alerts: object[]) => ({ ...sample[0], alerts, ...changes });

test('reads the sample: fired is detection, resolved is no milestone', () => {
  const { events, ignored } = readValue(sample[2]);
  assert.deepEqual(ignored, []);
  assert.deepEqual(
    events.map(({ epochMs, text, milestone, evidence }) => [
      new Date(epochMs).toISOString(),
      text,
      milestone,
      evidence,
    ]),
    [
      [
        '2026-03-04T14:23:10.512Z',
        'Alert HighErrorRate (checkout) fired: 5xx ratio of checkout is 23 %',
        'detected',
        'am.json#/alerts/0',
      ],
      ['2026-03-04T15:02:25.512Z', 'Alert HighErrorRate (checkout) resolved', undefined, 'am.json#/alerts/0/endsAt'],
      [
        '2026-03-04T14:31:40.007Z',
        'Alert QueueBacklog (orders) fired: 12,480 orders wait',
        'detected',
        'am.json#/alerts/1',
      ],
      ['2026-03-04T15:09:40.007Z', 'Alert QueueBacklog (orders) resolved', undefined, 'am.json#/alerts/1/endsAt'],
    ],
  );
});

test('an end of year 1, or any end of a firing alert, is no time', () => {
  assert.equal(readValue(hook({}, alert)).events.length, 1);
  const planned = { ...alert, endsAt: '2026-03-04T14:30:00Z' };
  assert.equal(readValue(hook({}, planned)).events.length, 1);
  const reading = readValue(hook({}, { ...alert, status: 'resolved' }));
  assert.equal(reading.events.length, 1);
  assert.deepEqual(
    reading.ignored.map(({ where }) => where),
    ['am.json#/alerts/0/endsAt'],
  );
  assert.deepEqual(
    reading.conditions.map(({ state, closedBy }) => [state, closedBy]),
    [['closed', undefined]],
  );
});

test('deliveries of one alert have one key, also in JSON lines and without a fingerprint', () => {
  const { fingerprint: _none, ...bare } = alert;
  const text = [hook({}, bare), hook({}, bare)].map((value) => JSON.stringify(value)).join('\n');
  const { events } = read({ name: 'am.jsonl', text });
  assert.equal(events.length, 2);
  assert.equal(new Set(events.map(({ key }) => key)).size, 1);
  assert.deepEqual(
    events.map(({ evidence }) => evidence),
    ['am.jsonl#1/alerts/0', 'am.jsonl#2/alerts/0'],
  );
});

test('takes severity, service, links and title from labels and annotations', () => {
  const { facts } = readValue(sample[0]);
  assert.deepEqual(
    facts.severities.map(({ value, of }) => [value, of]),
    [['critical', 'alert']],
  );
  assert.deepEqual(
    facts.services.map(({ value }) => value),
    ['checkout'],
  );
  assert.deepEqual(
    facts.links.map(({ kind }) => kind),
    ['alerts', 'runbook', 'query'],
  );
  assert.deepEqual(
    facts.titles.map(({ value }) => value),
    ['HighErrorRate (checkout)'],
  );
});

test('says what it does not know: version, status, cut off alerts, bad alerts', () => {
  const { ignored, events, conditions } = readValue(
    hook(
      { version: '5', truncatedAlerts: 3 },
      { ...alert, status: 'pending' },
      { ...alert, startsAt: 'soon' },
      { labels: [] },
    ),
  );
  assert.deepEqual(
    ignored.map(({ what, where }) => [what, where]),
    [
      ['webhook version "5"', 'am.json#/version'],
      ['3 alerts that Alertmanager cut off (truncatedAlerts)', 'am.json#/truncatedAlerts'],
      ['alert status "pending"', 'am.json#/alerts/0/status'],
      ['an alert', 'am.json#/alerts/1/startsAt'],
      ['an alert', 'am.json#/alerts/2'],
    ],
  );
  assert.equal(events.length, 1);
  assert.equal(
    conditions.every(({ state }) => state === 'open'),
    true,
  );
});

test('a body without alerts is refused with a stable code', () => {
  assert.throws(
    () => readValue({ hello: 1 }),
    (error) => error instanceof SourceError && error.code === 'alertmanager.no-webhook',
  );
});

test('labels named like object internals do no harm', () => {
  const text = JSON.stringify(hook({}, alert)).replace(
    '"labels":{',
    '"labels":{"__proto__":{"severity":"low"},"constructor":"x",',
  );
  const { facts } = read({ name: 'am.json', text });
  assert.deepEqual(
    facts.severities.map(({ value }) => value),
    ['critical'],
  );
  assert.equal(({} as Record<string, unknown>)['severity'], undefined);
});

test('what is not needed may be of another type or missing: the number groupKey and the version of older senders', () => {
  const { version: _none, ...body } = hook({ groupKey: 7, truncatedAlerts: '1', externalURL: 1 });
  const odd = { ...alert, annotations: 'none', generatorURL: 5, fingerprint: 12 };
  const { events, ignored } = readValue({ ...body, alerts: [odd] });
  assert.equal(events.length, 1);
  assert.deepEqual(
    ignored.map(({ where }) => where),
    ['am.json#/version'],
  );
});

test('lists of alerts of other systems are no webhook body', () => {
  for (const alerts of [[{ id: 1, name: 'disk full' }], [{ startsAt: '2026-03-04T14:21:00Z' }], [null], []])
    assert.throws(() => readValue({ alerts }), SourceError);
});
