import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { SourceError } from '../source-error.ts';
import { read } from './read.ts';

const sample = readFileSync(new URL('sample.json', import.meta.url), 'utf8');
const day = (...messages: object[]) => read({ name: 'day.json', text: JSON.stringify(messages) });
const ts = '1772634190.000100';
const at = (seconds: number) => `${1772634190 + seconds}.000100`;

test('reads a day: names, threads, edits, mentions, and only messages about the incident', () => {
  const { events, ignored } = read({ name: 'day.json', text: sample });
  const cause = events.find(({ milestone }) => milestone === 'rootCauseIdentified');
  assert.equal(cause?.actor, 'Ben Ito');
  assert.match(cause?.notes ?? '', /^In reply to Ben Ito \(14:29 UTC\): Seeing a lot of 5xx/);
  assert.equal(events.find(({ milestone }) => milestone === 'mitigated')?.notes, 'Edited at 14:53 UTC.');
  assert.match(events.at(-1)?.text ?? '', /Thanks @Ben Ito and @Cleo Marsh/);
  assert.ok(events.every((event) => !event.milestone || event.inferredFrom === 'wording'));
  assert.ok(events.every(({ text }) => !text.includes('lunch')));
  assert.deepEqual(
    ignored.map(({ what, count }) => [what, count]),
    [
      ['a channel_join message', 1],
      ['reactions to a message', 1],
      ['a message', 2],
    ],
  );
});

test('takes roles, severity, what was told outside, and steps with their command', () => {
  const { facts, events } = read({ name: 'day.json', text: sample });
  assert.deepEqual(
    facts.roles.map(({ role, value }) => [role, value]),
    [['Incident Commander', 'Ada Okafor']],
  );
  assert.deepEqual(
    facts.severities.map(({ value, of }) => [value, of]),
    [['SEV2', 'incident']],
  );
  assert.deepEqual(
    events.flatMap(({ step }) => step ?? []),
    [{ command: 'kubectl rollout undo deployment/checkout -n shop' }],
  );
  const told = day(
    { ts, user: 'U1', text: 'posted on the status page' },
    { ts: at(1), user: 'U1', text: 'status page updated' },
  );
  assert.deepEqual(
    told.facts.communications.map(({ channel }) => channel),
    ['status page', 'status page'],
  );
});

test('a time is seconds and a serial; its order within a second is kept', () => {
  const { events } = day(
    { ts: '1772634190.000200', user: 'U1', text: 'second error 5xx' },
    { ts, user: 'U1', text: 'first error 5xx' },
  );
  assert.equal(Math.floor(events[0]?.epochMs ?? 0), 1772634190000);
  assert.ok((events[1]?.epochMs ?? 0) < (events[0]?.epochMs ?? 0));
});

test('a bot that says resolved speaks of its alert', () => {
  const { events, facts } = day({ ts, bot_id: 'B1', username: 'alerts', text: '[RESOLVED] HighErrorRate' });
  assert.deepEqual([events[0]?.milestone, events[0]?.actor, facts.people.length], ['mitigated', 'alerts', 0]);
});

test('says what it leaves out or does not know', () => {
  const { ignored } = day(
    { ts, user: 'U1', subtype: 'channel_leave', text: 'left' },
    { ts, user: 'U1', subtype: 'something_new', text: 'outage' },
    { ts: 5, user: 'U1', text: 'x' },
    { ts: '5; DROP', text: 'x' },
    { ts, user: 'U1', subtype: 'message_deleted' },
    { ts, user: 'U1', text: '' },
  );
  assert.deepEqual(ignored.map(({ what, why }) => `${what}: ${why}`).sort(), [
    'a channel_leave message: somebody left',
    'a message: it has no text (a file or a picture)',
    'a message: ts: expected string, received number',
    'a message: ts: no Slack time (seconds.serial)',
    'a message_deleted message: it was deleted',
    'a name for U1: neither the message nor users.json names it',
    'subtype "something_new": it is unknown; the message was read as any other',
  ]);
});

test('the timeline takes 200 messages, statements of milestones first, and counts the rest', () => {
  const messages = Array.from({ length: 500 }, (_, index) => ({
    ts: at(index),
    user: 'U1',
    text: 'is the latency ok?',
  }));
  const { events, ignored } = day(...messages, { ts: at(900), user: 'U1', text: 'all clear' });
  assert.equal(events.length, 200);
  assert.equal(events.at(-1)?.milestone, 'resolved');
  assert.equal(ignored.find(({ what }) => what === 'a message about the incident')?.count, 301);
});

test('masks secrets in messages', () => {
  const { events, masked } = day({ ts, user: 'U1', text: `error rate up, try password=hunter2hunter2` });
  assert.ok(!JSON.stringify(events).includes('hunter2'));
  assert.equal(masked, 1);
});

test('an export without a message is refused with a stable code', () => {
  assert.throws(
    () => day({ ts: 1 }),
    (error) => error instanceof SourceError && error.code === 'slack.no-messages',
  );
});
