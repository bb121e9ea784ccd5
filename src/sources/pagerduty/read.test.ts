import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { mergeEvents } from '../../drafting/merge-events.ts';
import { settleConditions } from '../../drafting/settle-conditions.ts';
import { SourceError } from '../source-error.ts';
import { read } from './read.ts';

const sample = JSON.parse(readFileSync(new URL('sample.json', import.meta.url), 'utf8'));
const readValue = (value: unknown) => read({ name: 'pd.json', text: JSON.stringify(value) });
const [triggered] = sample;
const event = (changes: object, data: object = {}) => ({
  event: { ...triggered.event, ...changes, data: { ...triggered.event.data, ...data } },
});
const texts = (value: unknown) => readValue(value).events.map(({ text }) => text);
const whats = (value: unknown) => readValue(value).ignored.map(({ what, where }) => [what, where]);
const person = (name: string) => ({ id: 'P1', type: 'user_reference', summary: name });

test('a webhook and the log of one incident are one timeline', () => {
  const reading = readValue(sample);
  assert.deepEqual(reading.ignored, []);
  const merged = mergeEvents([reading]);
  assert.deepEqual(
    merged.map(({ epochMs, milestone, actor, text }) => [
      new Date(epochMs).toISOString().slice(11, 19),
      milestone,
      actor,
      text.slice(0, 46),
    ]),
    [
      ['14:23:41', 'detected', 'Prometheus', 'PagerDuty incident #412 triggered: Checkout an'],
      ['14:23:55', undefined, 'PagerDuty', 'Dana Okafor notified of PagerDuty incident #41'],
      ['14:27:02', 'acknowledged', 'Dana Okafor', 'PagerDuty incident #412 acknowledged'],
      ['14:29:15', undefined, 'Dana Okafor', 'PagerDuty incident #412: priority P1'],
      ['14:30:20', undefined, 'Dana Okafor', 'Mei Lindqvist asked to help with PagerDuty inc'],
      ['14:31:48', undefined, 'Mei Lindqvist', 'Mei Lindqvist accepted the request to help wit'],
      ['14:41:33', undefined, 'Mei Lindqvist', 'The pool of the order database is exhausted si'],
      ['14:45:00', undefined, 'Dana Okafor', 'Some customers cannot pay. We are taking back '],
      ['14:50:10', undefined, 'PagerDuty', 'PagerDuty incident #412 escalated to Ravi Meno'],
      ['15:04:27', 'resolved', 'Dana Okafor', 'PagerDuty incident #412 resolved'],
    ],
  );
  assert.deepEqual([...new Set(reading.conditions.map(({ state }) => state))].sort(), ['closed', 'open']);
});

test('resolved by a person is a milestone; by a monitor, a timeout or a merge it only closes the condition', () => {
  const resolved = (agent: unknown, data: object = {}) =>
    readValue(event({ event_type: 'incident.resolved', agent }, { status: 'resolved', ...data }));
  assert.equal(resolved(person('Dana')).events[0]?.milestone, 'resolved');
  const integration = { type: 'events_api_v2_inbound_integration_reference', summary: 'Prometheus' };
  for (const [agent, data] of [
    [null, {}],
    [integration, {}],
    [{ type: 'service_reference', summary: 'Checkout' }, {}],
    [person('Dana'), { resolve_reason: { type: 'merge_resolve_reason' } }],
    [person('Dana'), { resolve_reason: 'merged' }],
  ] as const) {
    const { events, conditions } = resolved(agent, data);
    assert.equal(events[0]?.milestone, undefined);
    assert.deepEqual(
      conditions.map(({ state, closedBy }) => [state, closedBy]),
      [['closed', events[0]?.key]],
    );
  }
  assert.equal(resolved(integration).events[0]?.actor, 'Prometheus');
  const [nameless] = resolved({ id: 'PU1', type: 'user_reference' }).events;
  assert.deepEqual([nameless?.milestone, nameless?.actor], ['resolved', 'PU1']);
});

test('an incident that was reopened is open until it is resolved again, in whichever order that is told', () => {
  const turn = (event_type: string, minute: number, status: string) =>
    event({ event_type, occurred_at: `2026-03-04T15:0${minute}:00Z`, agent: person('Dana') }, { status });
  const all = [
    turn('incident.resolved', 1, 'resolved'),
    turn('incident.reopened', 2, 'triggered'),
    turn('incident.priority_updated', 3, 'triggered'),
    triggered,
  ];
  const settled = (values: unknown[]) => settleConditions([readValue(values)]);
  assert.equal(settled(all).open.length, 1);
  assert.equal(settled(all.toReversed()).open.length, 1);
  const again = [turn('incident.resolved', 4, 'resolved'), turn('incident.annotated', 5, 'resolved'), ...all];
  assert.deepEqual(
    settled(again).closed.map(({ closedBy }) => closedBy),
    ['pagerduty:PINC001:resolve:1772636640'],
  );
});

test('tells who got it, and what changed', () => {
  const to = { assignees: [person('Dana'), person('Ravi')] };
  assert.deepEqual(texts(event({ event_type: 'incident.reassigned' }, to)), [
    'PagerDuty incident #412 assigned to Dana, Ravi',
  ]);
  assert.deepEqual(texts(event({ event_type: 'incident.delegated' })), [
    'PagerDuty incident #412 given to Shop on call',
  ]);
  assert.deepEqual(texts(event({ event_type: 'incident.priority_updated' })), [
    'PagerDuty incident #412: priority taken away',
  ]);
  assert.deepEqual(texts(event({ event_type: 'incident.reopened' })), ['PagerDuty incident #412 reopened']);
});

test('a role, a workflow, an action and a changed field are told', () => {
  const incident = { id: 'PINC001', summary: 'Checkout fails' };
  const of = (event_type: string, data: object) => ({
    event: { ...triggered.event, event_type, data: { type: 'x', incident, ...data } },
  });
  const role = readValue(of('incident.role.assigned', { role: { name: 'Scribe' }, user: person('Mei') }));
  assert.deepEqual(
    role.facts.roles.map(({ role: name, value }) => [name, value]),
    [['Scribe', 'Mei']],
  );
  assert.deepEqual(
    [
      ['incident.workflow.started', { incident_workflow: { summary: 'Page all' } }],
      ['incident.action_invocation.created', { action: { summary: 'Restart' }, state: 'created' }],
      ['incident.custom_field_values.updated', { changed_custom_fields: [{ name: 'env', value: 'prod' }, null] }],
    ].flatMap(([type, data]) => texts(of(type as string, data as object))),
    [
      'Workflow Page all started for PagerDuty incident “Checkout fails”',
      'Action Restart for PagerDuty incident “Checkout fails”: created',
      'PagerDuty incident “Checkout fails”: env = prod',
    ],
  );
});

test('a ping, settings and unknown types are said and are no events', () => {
  assert.deepEqual(whats(event({ event_type: 'pagey.ping' }, { type: 'ping' })), [
    ['a test delivery (ping)', 'pd.json#/event'],
  ]);
  assert.deepEqual(whats(event({ event_type: 'service.updated' })), [
    ['event type "service.updated"', 'pd.json#/event/event_type'],
  ]);
  assert.deepEqual(whats(event({ event_type: 'incident.constructor' })), [
    ['event type "incident.constructor"', 'pd.json#/event/event_type'],
  ]);
  assert.deepEqual(whats(event({ occurred_at: 'soon' })), [['an event', 'pd.json#/event/occurred_at']]);
  assert.deepEqual(whats(event({ event_type: 'incident.annotated' }, { type: 'incident_note', incident: null })), [
    ['an event', 'pd.json#/event/data'],
  ]);
});

test('webhook v1: who acknowledged, who was assigned, and nobody where it is not told', () => {
  const user = (name: string) => ({ id: name, name, email: `${name}@example.com` });
  const message = (type: string, incident: object) => ({
    messages: [
      {
        id: '1',
        type,
        created_on: '2015-02-07T21:09:49Z',
        data: { incident: { id: 'P1', incident_number: 7, ...incident } },
      },
    ],
  });
  const [assigned] = readValue(
    message('incident.assign', {
      status: 'acknowledged',
      last_status_change_by: user('eve'),
      assigned_to: [
        { at: '2015-02-07T21:08:36Z', object: user('ann') },
        { at: '2015-02-07T21:09:49Z', object: user('ben') },
      ],
    }),
  ).events;
  assert.deepEqual([assigned?.text, assigned?.actor], ['PagerDuty incident #7 assigned to ben', undefined]);
  const acknowledgers = [
    { at: '2015-02-07T21:00:00Z', object: user('ann') },
    { at: '2015-02-07T21:09:49Z', object: user('ben') },
  ];
  const [acknowledged] = readValue(
    message('incident.acknowledge', { acknowledgers, last_status_change_by: user('ann') }),
  ).events;
  assert.deepEqual([acknowledged?.milestone, acknowledged?.actor], ['acknowledged', 'ben']);
  const [closed] = readValue(message('incident.resolve', { resolved_by_user: null })).events;
  assert.deepEqual([closed?.milestone, closed?.actor], [undefined, 'PagerDuty']);
});

test('webhook v2: its log entries tell who and to whom, and the key is that of the log', () => {
  const [, , , , , , , , , log] = sample;
  const entry = { ...log.log_entries[2], type: 'escalate_log_entry', agent: null };
  const entries = [person('Ravi'), person('Mei')].map((assignee) => ({ ...entry, assignees: [assignee] }));
  const v2 = {
    messages: [
      {
        event: 'incident.escalate',
        created_on: '2026-03-04T14:27:03Z',
        incident: triggered.event.data,
        log_entries: entries,
      },
    ],
  };
  const [told] = readValue(v2).events;
  assert.equal(told?.text, 'PagerDuty incident #412 escalated to Ravi, Mei');
  assert.equal(told?.key, readValue({ log_entries: entries }).events[0]?.key);
});

test('webhook v2: a custom action is a step by its name', () => {
  const message = { event: 'incident.custom', created_on: '2026-03-04T14:27:03Z', incident: triggered.event.data };
  const [told] = readValue({ messages: [{ ...message, webhook: { name: 'Restart' }, log_entries: [] }] }).events;
  assert.deepEqual([told?.text, told?.step], ['Action Restart for PagerDuty incident #412', {}]);
});

test('repeated triggers in the log fold into one, and a kind that is not known keeps its own summary', () => {
  const [, , , , , , , , , log] = sample;
  const trigger = log.log_entries[4];
  const again = { ...trigger, created_at: '2026-03-04T14:25:41Z' };
  const { events } = readValue({ log_entries: [again, trigger] });
  assert.equal(new Set(events.map(({ fold }) => fold)).size, 1);
  const merged = readValue({ log_entry: { ...trigger, type: 'merge_log_entry', summary: 'Merged by Dana.' } });
  assert.equal(merged.events[0]?.text, 'PagerDuty incident #412: Merged by Dana.');
  assert.deepEqual(
    merged.ignored.map(({ what }) => what),
    ['log entry type "merge_log_entry"'],
  );
  assert.deepEqual(whats({ log_entries: [trigger], more: true }), [['more log entries', 'pd.json#/more']]);
});

test('fields of another type cost only themselves', () => {
  const odd = {
    title: 5,
    number: 'x',
    service: [],
    assignees: {},
    priority: 'P1',
    conference_bridge: 1,
    html_url: 'javascript:1',
  };
  const { events, facts } = readValue(event({ agent: 'somebody', client: 3 }, odd));
  assert.deepEqual(
    events.map(({ text, actor }) => [text, actor]),
    [['PagerDuty incident PINC001 triggered', 'PagerDuty']],
  );
  assert.deepEqual(facts.links, []);
});

test('what is none of its bodies is refused with a stable code', () => {
  for (const value of [{ event: { type: 'message' } }, { messages: [{ type: 'message' }] }, []])
    assert.throws(
      () => readValue(value),
      (error) => error instanceof SourceError && error.code === 'pagerduty.nothing',
    );
});
