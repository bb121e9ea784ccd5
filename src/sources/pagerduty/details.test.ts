import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SourceError } from '../source-error.ts';
import { pagerduty } from './index.ts';
import { read } from './read.ts';

const readValue = (value: unknown) => read({ name: 'pd.json', text: JSON.stringify(value) });
const incident = { id: 'PINC', type: 'incident_reference', summary: 'Checkout is slow' };
const event = (type: string, data: object) => ({
  event: {
    id: 'e1',
    event_type: `incident.${type}`,
    occurred_at: '2026-03-04T14:31:00.120Z',
    agent: { id: 'P1', type: 'user_reference', summary: 'Dana Okafor' },
    data,
  },
});
const texts = (value: unknown) => readValue(value).events.map(({ text }) => text);
const name = 'PagerDuty incident “Checkout is slow”';

test('several roles that are given and taken away at once are an event each', () => {
  const role = (summary: string, assignee: string | null, old: string | null) => ({
    assignee: assignee === null ? null : { type: 'user_reference', summary: assignee },
    old_assignee: old === null ? null : { type: 'user_reference', summary: old },
    role: { id: `R-${summary}`, summary },
    incident,
  });
  const data = {
    type: 'incident_role_assignment',
    incident_role_assignments: [
      role('Commander', 'Mei', null),
      role('Scribe', null, 'Ravi'),
      role('Liaison', 'Dana', 'Ravi'),
      { ...role('Deputy', 'Mei', null), incident: null },
    ],
  };
  const { events, facts, ignored } = readValue(event('role.assigned', data));
  assert.deepEqual(
    events.map(({ text }) => text),
    [
      `${name}: role Commander given to Mei`,
      `${name}: role Scribe taken away from Ravi`,
      `${name}: role Liaison given to Dana instead of Ravi`,
    ],
  );
  assert.equal(new Set(events.map(({ key }) => key)).size, 3);
  assert.deepEqual(
    facts.roles.map(({ role: of, value, evidence }) => [of, value, evidence]),
    [
      ['Commander', 'Mei', 'pd.json#/event/data/incident_role_assignments/0'],
      ['Liaison', 'Dana', 'pd.json#/event/data/incident_role_assignments/2'],
    ],
  );
  assert.deepEqual(
    ignored.map(({ why, where }) => [why, where]),
    [['it names no incident', 'pd.json#/event/data/incident_role_assignments/3']],
  );
});

test('a custom field with several values names them, an emptied one says so', () => {
  const changed = [
    { name: 'regions', value: ['eu', 'us'] },
    { name: 'cause', value: null },
    { name: 'public', value: false },
    { name: 'more', value: { deep: 1 } },
  ];
  const data = { type: 'incident_field_values', incident, changed_custom_fields: changed };
  assert.deepEqual(texts(event('custom_field_values.updated', data)), [
    `${name}: regions = eu, us, cause = nothing, public = false, more = something else`,
  ]);
});

test('the service of an incident counts where the detail names none', () => {
  const data = { type: 'incident_note', content: 'restarted', incident: { ...incident, service: { summary: 'Shop' } } };
  assert.deepEqual(
    readValue(event('annotated', data)).facts.services.map(({ value }) => value),
    ['Shop'],
  );
});

test('the log says that a timeout resolved; entries that name no incident keep the sentence of PagerDuty', () => {
  const entry = (type: string, more: object) => ({
    type: `${type}_log_entry`,
    created_at: '2026-03-04T15:00:00Z',
    ...more,
  });
  const log = [
    entry('resolve', { incident, channel: { type: 'timeout' }, summary: 'Resolved by timeout.' }),
    entry('resolve', { incident, channel: { type: 'auto' } }),
    entry('notify', { summary: 'Notified Mei Lindqvist by phone.' }),
  ];
  assert.deepEqual(texts({ log_entries: log }), [
    `${name} resolved by a timeout`,
    `${name} resolved`,
    'Notified Mei Lindqvist by phone.',
  ]);
});

test('incidents without their log are refused with what to give, and leave the file to a source that a team described', () => {
  const one = { id: 'PINC', type: 'incident', incident_number: 7, title: 'Checkout is slow', status: 'resolved' };
  for (const value of [{ incident: one }, { incidents: [one], more: false }]) {
    const file = { name: 'pd.json', text: JSON.stringify(value) };
    assert.equal(pagerduty.detect(file), 0.5);
    assert.throws(
      () => read(file),
      (error) => error instanceof SourceError && error.code === 'pagerduty.nothing',
    );
  }
  assert.equal(pagerduty.detect({ name: 'o.json', text: '{"incidents":[{"id":"1"}],"incident":null}' }), 0);
});
