import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { detectSource } from '../index.ts';
import { SourceError } from '../source-error.ts';
import { read } from './read.ts';

const sample = JSON.parse(readFileSync(new URL('sample.json', import.meta.url), 'utf8'));
const [alert, created, critical, comment, resolved] = sample;
const readValue = (value: unknown, headers?: Record<string, string>) =>
  read({ name: 's.json', text: JSON.stringify(value), ...(headers ? { headers } : {}) });
const clock = (epochMs: number | undefined) => new Date(epochMs ?? 0).toISOString().slice(11, 23);

test('reads the sample: alerts are detections, an issue and a comment are not', () => {
  const { events, ignored, conditions, facts } = readValue(sample);
  assert.deepEqual(ignored, []);
  assert.deepEqual(
    events.map(({ epochMs, milestone, actor, text }) => [clock(epochMs), milestone, actor, text]),
    [
      [
        '14:22:41.204',
        'detected',
        'Sentry',
        'Sentry alert "More than 50 errors in a minute" fired: PoolTimeoutError: no connection within 5000 ms',
      ],
      ['14:20:19.870', undefined, 'Sentry', 'New issue CHECKOUT-4X: PoolTimeoutError: no connection within 5000 ms'],
      [
        '14:25:02.114',
        'detected',
        'Sentry',
        'Metric alert Errors of checkout fired (critical): 812 events in the last 5 minutes',
      ],
      ['14:36:05.400', undefined, 'Mara Lind', 'The pool went from 20 to 2 with 6.2.0, rolling back.'],
      ['14:58:00.870', undefined, 'Sentry', 'Metric alert Errors of checkout resolved'],
      ['14:25:02.114', 'detected', 'Sentry', 'Metric alert Errors of checkout fired'],
    ],
  );
  assert.equal(events[2]?.key, events[5]?.key);
  assert.equal(new Set(conditions.map(({ key }) => key)).size, 1);
  assert.deepEqual([...new Set(facts.services.map(({ value }) => value))], ['checkout']);
});

test('a change of an issue has the time of the webhook, and none without it', () => {
  const { issue } = created.data;
  const actor = { type: 'user', id: 31, name: 'Mara Lind' };
  const solved = {
    ...created,
    action: 'resolved',
    actor,
    data: {
      issue: { ...issue, status: 'resolved', statusDetails: { inNextRelease: true } },
      resolution_type: 'in_next_release',
    },
  };
  const { events, facts } = readValue(solved, { 'sentry-hook-timestamp': '1772636285' });
  assert.deepEqual(
    events.map(({ epochMs, text, actor: who, milestone }) => [clock(epochMs), text, who, milestone]),
    [
      [
        '14:58:05.000',
        'Issue resolved CHECKOUT-4X (in the next release): PoolTimeoutError: no connection within 5000 ms',
        'Mara Lind',
        undefined,
      ],
    ],
  );
  assert.deepEqual(
    facts.people.map(({ value }) => value),
    ['Mara Lind'],
  );
  const saved = readValue(solved);
  assert.deepEqual([saved.events.length, saved.ignored[0]?.where], [0, 's.json#/data/issue']);
});

test('an alert that resolved without date_closed ends when the webhook was sent, else at an unknown time', () => {
  const open = structuredClone(resolved);
  open.data.metric_alert.date_closed = null;
  const closing = readValue(open, { 'sentry-hook-timestamp': '1772636285' });
  assert.deepEqual(
    [clock(closing.events[0]?.epochMs), closing.conditions[0]?.closedBy],
    ['14:58:05.000', closing.events[0]?.key],
  );
  const { conditions, ignored } = readValue(open);
  assert.deepEqual([conditions[0]?.state, conditions[0]?.closedBy, ignored.length], ['closed', undefined, 1]);
});

test('reads the older plugin, its rules and its tests', () => {
  const { event } = alert.data;
  const { datetime: _datetime, ...bare } = event;
  const plugin = {
    id: '5100200',
    project: 'checkout',
    project_slug: 'checkout',
    level: 'error',
    message: 'm',
    url: 'https://sentry.io/x',
    event: bare,
  };
  const withRule = readValue({ ...plugin, triggering_rules: [alert.data.triggered_rule] });
  assert.deepEqual(
    withRule.events.map(({ key, epochMs, evidence }) => [key, clock(epochMs), evidence]),
    [[readValue(alert).events[0]?.key, '14:22:41.204', 's.json#/event']],
  );
  const without = readValue({ ...plugin, triggering_rules: [] });
  assert.deepEqual([without.events[0]?.milestone, without.events[0]?.fold], [undefined, 'sentry:errors:5100200']);
  const example = { ...plugin, triggering_rules: [], event: { ...bare, title: 'This is an example Python exception' } };
  assert.deepEqual(
    readValue(example).ignored.map(({ what }) => what),
    ['a sample event'],
  );
});

test('says installations, unknown kinds and actions, bad values; a bad one costs only itself', () => {
  const { events, ignored } = readValue([
    { ...alert, action: 'created', data: { installation: { uuid: 'x' } } },
    { ...alert, action: 'root_cause_completed', data: { run_id: 1 } },
    { ...created, action: 'merged' },
    { ...alert, data: { event: { title: 'x', timestamp: 'soon' } } },
    { ...alert, data: { event: 7 } },
    { ...comment, action: 'deleted' },
    7,
    alert,
  ]);
  assert.deepEqual(
    ignored.map(({ what, where }) => [what, where]),
    [
      ['the integration was installed', 's.json#/0'],
      ['"root_cause_completed"', 's.json#/1'],
      ['issue action "merged"', 's.json#/2/action'],
      ['Issue merged CHECKOUT-4X', 's.json#/2/data/issue'],
      ['an error', 's.json#/3/data/event'],
      ['a comment', 's.json#/5/data'],
      ['a value that is no webhook of Sentry', 's.json#/6'],
    ],
  );
  assert.equal(events.length, 1);
  assert.throws(
    () => readValue({ action: 'x' }),
    (error) => error instanceof SourceError && error.code === 'sentry.no-webhook',
  );
  assert.equal(readValue(critical).events.length, 1);
});

test('reads the service hook of a project as an error of its issue', () => {
  const event = { eventID: 'e7', groupID: '77', title: 'TimeoutError: pool', dateCreated: '2026-03-04T14:22:00Z' };
  const url = 'https://sentry.io/organizations/acme/issues/77/events/e7/';
  const { events, facts } = readValue({
    project: { slug: 'checkout', name: 'Checkout' },
    group: { id: '77', level: 'fatal', title: 'TimeoutError: pool' },
    event: { ...event, url, tags: [{ key: 'environment', value: 'production' }] },
  });
  assert.deepEqual(
    events.map(({ epochMs, text, notes, milestone, fold }) => [clock(epochMs), text, notes, milestone, fold]),
    [['14:22:00.000', 'Error (fatal): TimeoutError: pool', 'Environment: production', undefined, 'sentry:errors:77']],
  );
  assert.deepEqual([facts.services[0]?.value, facts.links[0]?.value], ['checkout', url]);
});

test('a copy without its installation is known by what it holds', () => {
  for (const { installation, ...copy } of [alert, created, critical]) {
    assert.ok(installation);
    assert.equal(detectSource({ name: 'x', text: JSON.stringify(copy) })?.name, 'sentry');
    assert.equal(readValue(copy).events.length, 1);
  }
  assert.throws(() => readValue({ action: 'created', data: { issue: { id: '1', title: 'of anybody' } } }), SourceError);
});

test('an unknown action of a metric alert is no severity', () => {
  const { events, facts, ignored } = readValue({ ...critical, action: 'open' });
  assert.match(events[0]?.text ?? '', /^Metric alert Errors of checkout fired: /);
  assert.deepEqual([facts.severities, ignored[0]?.what], [[], 'metric alert action "open"']);
});

test('a new issue says its level, an archived one until when, an edited comment that it was edited', () => {
  const { issue } = created.data;
  const headers = { 'sentry-hook-timestamp': '1772636285' };
  const fatal = readValue({ ...created, data: { issue: { ...issue, level: 'fatal' } } });
  assert.match(fatal.events[0]?.text ?? '', /^New issue CHECKOUT-4X \(fatal\): /);
  const data = { issue: { ...issue, substatus: 'archived_until_escalating' } };
  const archived = readValue({ ...created, action: 'archived', data }, headers);
  assert.match(archived.events[0]?.text ?? '', /^Issue archived CHECKOUT-4X \(until escalating\): /);
  const notesOf = (action: string) => readValue({ ...comment, action }).events[0]?.notes ?? '';
  assert.match(notesOf('created'), /^Comment on issue \d+ of checkout\.$/);
  assert.match(notesOf('updated'), / This is when it was edited\.$/);
});

test('what Seer and builds of apps tell is left out by name', () => {
  const { installation } = created;
  const { ignored } = readValue([
    { action: 'triggered', installation, data: { issue: {}, activity: { type: 'seer_pr_created' }, alert: {} } },
    { action: 'coding_started', installation, data: { run_id: 1, group_id: 2 } },
    { action: 'size_analysis_completed', installation, data: { buildId: '72', state: 'COMPLETED' } },
  ]);
  assert.deepEqual(
    ignored.map(({ what, why }) => `${what}: ${why}`),
    [
      '"seer_pr_created": notices of Seer are left out',
      '"coding_started": notices of Seer are left out',
      '"size_analysis_completed": builds of apps are left out',
    ],
  );
});
