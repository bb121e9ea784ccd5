import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { detectSource } from '../index.ts';
import { SourceError } from '../source-error.ts';
import { read } from './read.ts';

const sample = JSON.parse(readFileSync(new URL('sample.json', import.meta.url), 'utf8'));
const readValue = (value: unknown) => read({ name: 'jira.json', text: JSON.stringify(value) });
const [created, assigned, comment, resolved] = sample;

/** The same issue as the REST API gives it. */
const history = ({ changelog, issue, user }: typeof assigned) => ({
  id: changelog.id,
  author: user,
  created: issue.fields.updated,
  items: changelog.items,
});
const exported = {
  ...resolved.issue,
  fields: { ...resolved.issue.fields, comment: { comments: [comment.comment], total: 1 } },
  changelog: { startAt: 0, total: 2, histories: [history(assigned), history(resolved)] },
};

test('reads the sample: created, changed, commented, resolved', () => {
  const { events, facts, ignored } = readValue(sample);
  assert.deepEqual(ignored, []);
  assert.deepEqual(
    events.map(({ epochMs, text, actor }) => [new Date(epochMs).toISOString().slice(11, 19), text, actor]),
    [
      ['14:27:31', 'Incident OPS-482 created: Checkout answers 502 since the 14:20 deploy', 'Ada Okafor'],
      [
        '14:29:00',
        'Incident OPS-482 changed (status Open to In Progress; assignee set to Ben Ito): Checkout answers 502 since the 14:20 deploy',
        'Ben Ito',
      ],
      ['14:41:20', 'Every pod runs out of connections: rolling back.', 'Ben Ito'],
      [
        '15:31:09',
        'Incident OPS-482 changed (status In Progress to Done; resolution set to Done): Checkout answers 502 since the 14:20 deploy',
        'Ada Okafor',
      ],
    ],
  );
  assert.ok(events.every(({ milestone }) => milestone === undefined));
  assert.equal(facts.links[0]?.value, 'https://acme.example.net/browse/OPS-482');
  assert.deepEqual([...new Set(facts.services.map(({ value }) => value))], ['checkout']);
  assert.deepEqual([...new Set(facts.severities.map(({ value }) => value))], ['Highest', 'sev2']);
});

test('an issue by the REST API tells the same events under the same keys, at its places', () => {
  const posted = readValue(sample).events.map(({ key }) => key);
  const { events } = readValue(exported);
  assert.deepEqual(events.map(({ key }) => key).toSorted(), posted.toSorted());
  assert.deepEqual(
    events.map(({ evidence }) => evidence),
    [
      'jira.json#',
      'jira.json#/changelog/histories/0',
      'jira.json#/changelog/histories/1',
      'jira.json#/fields/comment/comments/0',
    ],
  );
  const search = readValue({ startAt: 0, total: 1, issues: [exported] });
  assert.equal(search.events[1]?.evidence, 'jira.json#/issues/0/changelog/histories/0');
});

test('without its changes an issue says when it was resolved', () => {
  const { changelog: _none, ...bare } = exported;
  assert.match(readValue(bare).events.at(-1)?.text ?? '', /^Incident OPS-482 resolved as Done: /);
});

test('an update with a comment tells both, and a comment edited is the same event with its new words', () => {
  const both = readValue({ ...assigned, comment: comment.comment });
  assert.deepEqual(
    both.events.map(({ key }) => key.split(':')[1]),
    ['comment', 'change'],
  );
  const edited = readValue({
    ...comment,
    webhookEvent: 'comment_updated',
    comment: { ...comment.comment, body: 'Rolled back.', updated: '2026-03-04T15:50:00.000+0100' },
  }).events[0];
  assert.equal(edited?.key, readValue(comment).events[0]?.key);
  assert.deepEqual([edited?.text, edited?.lastMs], ['Rolled back.', Date.UTC(2026, 2, 4, 14, 50)]);
  assert.match(edited?.notes ?? '', /Edited at 14:50 UTC/);
});

test('reads the documents of version 3 of the API, and says who can see a comment', () => {
  const paragraph = (...content: object[]) => ({ type: 'paragraph', content });
  const body = {
    type: 'doc',
    version: 1,
    content: [
      paragraph({ type: 'text', text: 'Ask ' }, { type: 'mention', attrs: { id: '2', text: '@Ben Ito' } }),
      {
        type: 'bulletList',
        content: [{ type: 'listItem', content: [paragraph({ type: 'text', text: 'roll back' })] }],
      },
    ],
  };
  const [event] = readValue({
    ...comment,
    comment: { ...comment.comment, body, visibility: { type: 'role', value: 'Administrators' } },
  }).events;
  assert.equal(event?.text, 'Ask @Ben Ito');
  assert.match(event?.notes ?? '', /Ask @Ben Ito\n- roll back\n\nComment on/);
  assert.match(event?.notes ?? '', /only Administrators can see it/);
});

test('an assignment without its change is told from the issue', () => {
  const { issue } = assigned;
  const value = {
    ...assigned,
    issue: { ...issue, fields: { ...issue.fields, assignee: { displayName: 'Ben Ito' } } },
    changelog: { items: [] },
  };
  assert.match(readValue(value).events[0]?.text ?? '', /changed \(assignee set to Ben Ito\)/);
});

test('reads transitions and released versions, and says what it leaves out', () => {
  const { issue, user, timestamp } = created;
  const { events, ignored } = readValue([
    { transition: { from_status: 'Open', to_status: 'Done' }, user, issue, timestamp },
    { timestamp, webhookEvent: 'jira:version_released', version: { id: '7', name: 'v2' } },
    { timestamp, webhookEvent: 'jira:issue_deleted', user, issue },
    { timestamp, webhookEvent: 'comment_deleted', comment: comment.comment },
    { timestamp, webhookEvent: 'worklog_created', worklog: {} },
    { timestamp, webhookEvent: 'jira:issue_teleported', issue, user },
    { ...assigned, changelog: { id: '9', items: [{ field: 'Rank', toString: 'ranked higher' }] } },
    { ...assigned, changelog: { id: '10', items: [{}] } },
    7,
  ]);
  assert.deepEqual(
    events.map(({ text }) => text.split(':')[0]),
    ['Incident OPS-482 changed (status Open to Done)', 'Version v2 released', 'Incident OPS-482 deleted'],
  );
  assert.deepEqual(
    ignored.map(({ what, why, count }) => `${count} ${what}: ${why}`),
    [
      '1 a comment: it was deleted',
      '1 worklog_created: it is bookkeeping',
      '1 jira:issue_teleported: no reader knows this kind',
      '2 a change of an issue: it says nothing of what happened (rank, sprint, time spent ...)',
      '1 a value: it is no webhook and no issue of Jira',
    ],
  );
});

test('knows its own by header and by shape, and refuses what is no issue with a stable code', () => {
  const headers = { 'x-atlassian-webhook-identifier': 'w1' };
  assert.equal(detectSource({ name: 'x', text: '{"unlike":1}', headers })?.name, 'jira');
  assert.equal(detectSource({ name: 'x', text: JSON.stringify(exported) })?.name, 'jira');
  assert.throws(
    () => readValue({ key: 'OPS-1' }),
    (error) => error instanceof SourceError && error.code === 'jira.no-issue',
  );
});

test('an update whose time is missing or in another form happened when its issue was updated', () => {
  const fields = { ...assigned.issue.fields, updated: '2026-03-04T15:29:00.000+0100' };
  const { timestamp, ...rest } = { ...assigned, issue: { ...assigned.issue, fields } };
  assert.ok(timestamp);
  for (const value of [rest, { ...rest, timestamp: '2026-3-4 15:29:00,120' }]) {
    assert.equal(detectSource({ name: 'x', text: JSON.stringify(value) })?.name, 'jira');
    assert.equal(readValue(value).events[0]?.epochMs, Date.UTC(2026, 2, 4, 14, 29));
  }
});

test('attachments and links come and go', () => {
  const items = [
    { field: 'Attachment', fromString: null, toString: 'graph.png' },
    { field: 'Attachment', fromString: 'old.png', toString: null },
    { field: 'Link', fromString: null, toString: 'This issue is caused by OPS-1' },
    { field: 'RemoteIssueLink', fromString: 'This issue links to "Runbook"', toString: '' },
  ];
  assert.match(
    readValue({ ...assigned, changelog: { id: '11', items } }).events[0]?.text ?? '',
    /changed \(attached graph\.png; attachment removed: old\.png; link added: This issue is caused by OPS-1; link removed: This issue links to "Runbook"\)/,
  );
});

test('a document keeps its tasks apart, its dates, and where its links lead', () => {
  const text = (words: string, more: object = {}) => ({ type: 'text', text: words, ...more });
  const link = { marks: [{ type: 'link', attrs: { href: 'https://wiki.example.com/pool' } }] };
  const task = (words: string) => ({ type: 'taskItem', attrs: { state: 'TODO' }, content: [text(words)] });
  const body = {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [
          text('See '),
          text('the runbook', link),
          text(' until '),
          { type: 'date', attrs: { timestamp: '1772582400000' } },
        ],
      },
      { type: 'taskList', content: [task('page'), task('roll back')] },
    ],
  };
  const { notes } = readValue({ ...comment, comment: { ...comment.comment, body } }).events[0] ?? {};
  assert.match(
    notes ?? '',
    /See the runbook \(https:\/\/wiki\.example\.com\/pool\) until 2026-03-04\n- page\n- roll back\n/,
  );
});
