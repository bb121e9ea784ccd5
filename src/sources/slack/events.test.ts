import assert from 'node:assert/strict';
import { test } from 'node:test';
import { detectSource, readEvidence } from '../index.ts';
import type { EvidenceFile } from '../source.ts';

const ts = '1772634190.000100';
const message = { type: 'message', ts, user: 'U1', text: 'Rolling back checkout', channel: 'C1' };
const envelope = (event: object, id = 'Ev1') => ({
  token: 't',
  team_id: 'T1',
  api_app_id: 'A1',
  event,
  type: 'event_callback',
  event_id: id,
  event_time: 1772634190,
});
const file = (value: unknown): EvidenceFile => ({ name: 'event.json', text: JSON.stringify(value) });
const read = (value: unknown) => readEvidence(file(value));

test('an event is the same as its message in an export', () => {
  const [delivered] = read(envelope(message)).events;
  const [exported] = readEvidence({ name: 'day.json', text: JSON.stringify([message]) }).events;
  assert.equal(delivered?.key, exported?.key);
  assert.deepEqual({ ...delivered, evidence: '' }, { ...exported, evidence: '' });
  assert.equal(delivered?.evidence, 'event.json#/event');
  assert.equal(delivered?.milestone, 'mitigationStarted');
});

test('an edit gives the same event its new words, and the latest of them counts', () => {
  const edited = { ...message, text: 'Rollback complete', edited: { user: 'U1', ts: '1772634250.000000' } };
  const change = {
    type: 'message',
    subtype: 'message_changed',
    hidden: true,
    channel: 'C1',
    ts: '1772634250.000200',
    message: edited,
  };
  const [event] = read(envelope(change)).events;
  assert.equal(event?.key, read(envelope(message)).events[0]?.key);
  assert.deepEqual(
    [event?.text, event?.evidence, event?.lastMs],
    ['Rollback complete', 'event.json#/event/message', 1772634250000],
  );
});

test('replies, mentions of the app and broadcasts are messages', () => {
  const reply = { ...message, ts: '1772634200.000100', thread_ts: ts, subtype: 'thread_broadcast' };
  const values = [envelope(message), envelope({ ...message, type: 'app_mention' }, 'Ev2'), envelope(reply, 'Ev3')];
  const { events } = readEvidence({
    name: 'events.jsonl',
    text: values.map((value) => JSON.stringify(value)).join('\n'),
  });
  assert.equal(new Set(events.map(({ key }) => key)).size, 2);
  assert.match(events[2]?.notes ?? '', /In reply to U1/);
});

test('what is no message is said: reactions, deletions, greetings, channels, limits', () => {
  const deleted = {
    type: 'message',
    subtype: 'message_deleted',
    channel: 'C1',
    ts: '1772634260.000200',
    deleted_ts: ts,
  };
  const tombstone = { type: 'message', subtype: 'message_changed', ts, message: { ...message, subtype: 'tombstone' } };
  const { events, ignored } = read([
    envelope({ type: 'reaction_added', reaction: 'eyes', event_ts: ts }),
    envelope({ type: 'channel_rename', channel: { id: 'C1', name: 'inc-7' } }),
    envelope(deleted),
    envelope(tombstone),
    { type: 'url_verification', token: 't', challenge: 'c' },
    { type: 'app_rate_limited', team_id: 'T1', minute_rate_limited: 1518467820, api_app_id: 'A1' },
  ]);
  assert.deepEqual(events, []);
  assert.deepEqual(
    ignored.map(({ what, why }) => `${what}: ${why}`),
    [
      'event reaction_added: a reaction is no event',
      'event channel_rename: it is no message',
      'a message: it was deleted',
      'a greeting: Slack only asks whether somebody is here',
      'a notice of Slack: it sent too many events in a minute and left some out',
      'a message_deleted message: it was deleted',
    ],
  );
});

test('reads the form of an outgoing webhook', () => {
  const text =
    'token=abc&team_id=T1&channel_id=C1&channel_name=inc-7&timestamp=1772634190.000100&user_id=U1&user_name=ada&text=Rolling+back+checkout';
  assert.equal(detectSource({ name: 'form', text })?.name, 'slack');
  const [event] = readEvidence({ name: 'form', text }).events;
  assert.deepEqual([event?.key, event?.actor, event?.text], [`slack:${ts}:U1`, 'ada', 'Rolling back checkout']);
});

test('the header says whose it is', () => {
  const headers = { 'x-slack-signature': 'v0=1' };
  assert.equal(detectSource({ ...file({ any: 1 }), headers })?.name, 'slack');
});

test('an outgoing webhook of Mattermost, which has the same form, is not of Slack', () => {
  const fields = { token: 't', team_id: 'T1', channel_id: 'C1', timestamp: '1772634190', user_id: 'U1', text: 'x' };
  assert.equal(detectSource(file(fields))?.name, 'slack');
  assert.equal(detectSource(file({ ...fields, post_id: 'p' })), undefined);
});

test('an event in the envelope of socket mode is read; Slackbot is no person', () => {
  const { events } = read({ envelope_id: 'x', type: 'events_api', payload: envelope(message) });
  assert.deepEqual([events.length, events[0]?.evidence], [1, 'event.json#/payload/event']);
  const { facts, ignored } = read(envelope({ ...message, user: 'USLACKBOT', subtype: 'huddle_thread' }));
  assert.deepEqual([facts.people, ignored], [[], []]);
});
