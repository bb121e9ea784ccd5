import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { SourceError } from '../source-error.ts';
import { datadog } from './index.ts';
import { read } from './read.ts';

const sample = JSON.parse(readFileSync(new URL('sample.json', import.meta.url), 'utf8'));
const readText = (text: string) => read({ name: 'dd.json', text });
const readValue = (value: unknown) => readText(JSON.stringify(value));
const [own, again, incident, recovered] = sample;
const sureOf = (value: unknown) => datadog.detect({ name: 'dd.json', text: JSON.stringify(value) });

test('reads its own payload: the transition and scope stand in the title', () => {
  const { events, conditions, ignored } = readValue(own);
  assert.deepEqual(ignored, []);
  assert.deepEqual(
    events.map(({ epochMs, text, notes, milestone, actor, evidence }) => [
      new Date(epochMs).toISOString(),
      text,
      notes,
      milestone,
      actor,
      evidence,
    ]),
    [
      [
        '2026-03-04T14:23:41.000Z',
        'Monitor Checkout error rate (service:checkout) triggered',
        'More than 5 % of requests to checkout fail.\n\nThe monitor was last triggered at Wed Mar 04 2026 14:23:41 UTC.',
        'detected',
        'Datadog',
        'dd.json#',
      ],
    ],
  );
  assert.deepEqual(
    conditions.map(({ state }) => state),
    ['open'],
  );
});

test('a reminder is no detection, a recovery closes the same alert, and neither resolves an incident', () => {
  const reminder = readValue(again);
  const end = readValue(recovered);
  assert.deepEqual([reminder.events[0]?.milestone, end.events[0]?.milestone], [undefined, undefined]);
  assert.deepEqual(
    [...reminder.conditions, ...end.conditions].map(({ key, state }) => [key, state]),
    [
      ['datadog:cycle:1772634221000', 'open'],
      ['datadog:cycle:1772634221000', 'closed'],
    ],
  );
  assert.equal(end.conditions[0]?.closedBy, end.events[0]?.key);
  assert.deepEqual(
    end.facts.services.map(({ value, evidence }) => [value, evidence]),
    [['checkout', 'dd.json#/tags']],
  );
});

test('reads the variables under the names that teams give them, also in groups and as a form', () => {
  const ways = [
    { eventTitle: '[Triggered] API is slow', alertTransition: 'Triggered', DATE: 1772634221000, ID: '5' },
    { title: 'API is slow', alert: { 'ALERT-TRANSITION': 'Triggered' }, event: { id: '5', date: '1772634221000' } },
    { event_title: 'API is slow', metadata: { alert_transition: 'triggered', date_posix: '1772634221', id: 5 } },
  ];
  const keys = new Set(ways.flatMap((value) => readValue(value).events.map(({ key }) => key)));
  assert.deepEqual([...keys], ['datadog:event:5:triggered:1772634221000']);
  const form = new URLSearchParams({
    title: '[Triggered] API is slow',
    alert_transition: 'Triggered',
    date: '1772634221000',
    id: '5',
  });
  assert.deepEqual(
    readText(form.toString()).events.map(({ key }) => key),
    [...keys],
  );
  assert.ok(ways.every((value) => sureOf(value) >= 0.8));
});

test('each documented transition', () => {
  const told = (alert_transition: string) => {
    const [event] = readValue({ ...again, title: 'Checkout error rate', alert_scope: '', alert_transition }).events;
    return [event?.text, event?.milestone];
  };
  assert.deepEqual(told('Triggered'), ['Monitor Checkout error rate triggered', 'detected']);
  assert.deepEqual(told('Warn'), ['Monitor Checkout error rate warned', 'detected']);
  assert.deepEqual(told('No Data'), ['Monitor Checkout error rate has no data', undefined]);
  assert.deepEqual(told('Recovered'), ['Monitor Checkout error rate recovered', undefined]);
  for (const [reminder, state] of [
    ['Re-Triggered', 'alerts'],
    ['Re-Warn', 'warns'],
    ['Re-No Data', 'has no data'],
    ['Renotify', 'alerts'],
  ] as const)
    assert.deepEqual(told(reminder), [`Monitor Checkout error rate still ${state}`, undefined]);
});

test('an event that a person posted is theirs; variables that were not filled are absent', () => {
  const value = {
    ...again,
    alert_transition: '$ALERT_TRANSITION',
    title: 'Deployed 2026.9.1',
    user: 'Mei',
    alert_cycle_key: '',
    link: 'https://app.datadoghq.eu/event/1',
  };
  const { events, conditions, ignored } = readValue(value);
  assert.deepEqual(
    events.map(({ text, actor, milestone }) => [text, actor, milestone]),
    [['Deployed 2026.9.1 (service:checkout)', 'Mei', undefined]],
  );
  assert.deepEqual([conditions, ignored], [[], []]);
});

test('an incident: its state is a milestone where it is one of the four, its severity and commander are told', () => {
  const { events, facts } = readValue({ ...incident, incident_commander: 'Dana Okafor' });
  assert.deepEqual(
    events.map(({ text, milestone, actor }) => [text, milestone, actor]),
    [['Datadog incident 57 is active: Customers cannot pay', 'declared', 'Dana Okafor']],
  );
  assert.deepEqual(
    [facts.severities[0]?.value, facts.roles[0]?.value, facts.links[0]?.kind],
    ['SEV-2', 'Dana Okafor', 'incident'],
  );
  const odd = readValue({ ...incident, incident_status: 'Monitoring fix' });
  assert.equal(odd.events[0]?.milestone, undefined);
  assert.deepEqual(
    odd.ignored.map(({ what }) => what),
    ['state of an incident "monitoring fix"'],
  );
});

test('a test, an unknown transition and a missing time are said', () => {
  const whats = (value: unknown) => readValue(value).ignored.map(({ what, where }) => [what, where]);
  for (const title of [
    '[Triggered] [TEST] Checkout error rate',
    '[TEST] [Triggered] Checkout error rate',
    '[P1] [TEST] [Warn] x',
  ])
    assert.deepEqual(whats({ ...own, title }), [['a test notification', 'dd.json#/title']]);
  assert.deepEqual(whats({ ...again, alert_transition: 'Snoozed' }), [
    ['transition "Snoozed"', 'dd.json#/alert_transition'],
  ]);
  assert.deepEqual(whats({ ...again, date: '' }), [['a notification', 'dd.json#']]);
});

test('a title alone is nothing of Datadog', () => {
  for (const value of [
    { title: 'x', body: 'y' },
    { title: 'x', date: 1, id: 2, url: 'https://example.com/datadoghq.com' },
    { alerts: [] },
  ])
    assert.equal(sureOf(value), 0);
  assert.throws(
    () => readValue({ title: 'x' }),
    (error) => error instanceof SourceError && error.code === 'datadog.no-notification',
  );
});

test('a transition in front of a title is of Datadog only with its scope or a time', () => {
  assert.equal(sureOf({ title: '[Warn] Disk is filling', id: 'x', body: 'y' }), 0);
  assert.ok(sureOf({ title: '[Warn] Disk is filling', date: 1772634221000 }) >= 0.5);
  assert.ok(sureOf({ title: '[Warn on {host:web-1}] Disk is filling' }) >= 0.5);
});
