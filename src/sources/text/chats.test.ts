import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readEvidence } from '../index.ts';
import { teamsHeaders } from './teams.ts';

const said = (text: string) =>
  readEvidence({ name: 'chat-2026-03-04.txt', text }).events.map(({ epochMs, actor, text: words }) => [
    new Date(epochMs).toISOString().slice(11, 16),
    actor,
    words,
  ]);

test('a chat copied from Teams has who wrote beside the time, and the message below', () => {
  for (const text of [
    '[3/4/2026 2:23 PM] Jane Doe\ndown\n[2026-03-04 14:25:01] a log\n\n[3/4/2026 2:30 PM] Doe, John (Guest)\nack\n',
    '[14:23] Jane Doe\ndown\n[2026-03-04 14:25:01] a log\n[14:30] Doe, John\nack\n',
  ])
    assert.deepEqual(said(text), [
      ['14:23', 'Jane Doe', 'down'],
      ['14:25', undefined, 'a log'],
      ['14:30', 'Doe, John', 'ack'],
    ]);
});

test('notes with their times in brackets name nobody', () => {
  for (const text of [
    '[14:23] Rollback Started\nby hand\n[14:25] Service Restored\nall fine',
    '[14:23] Checkout Down\n[14:25] Pods Restarted\n',
    '[14:23] Blue Team\n[14:25] Red Team\n',
    '[14:23] Jane Doe: down\n[14:25] Jane Doe\nack',
    '[2026-03-04 14:23:05] Worker Stopped\n  at a.b(C.java:1)',
  ])
    assert.equal(teamsHeaders(text.split('\n'))(text.split('\n')[0] ?? ''), undefined, text);
});

test('the name of a program stands above the sign that Slack puts before the time', () => {
  assert.deepEqual(said('Jane Doe\n  2:23 PM\ndown\nPagerDuty\nAPP  2:25 PM\nTriggered'), [
    ['14:23', 'Jane Doe', 'down'],
    ['14:25', 'PagerDuty', 'Triggered'],
  ]);
});

test('takes linear time on hostile brackets', () => {
  const from = performance.now();
  for (const piece of ['[1', '[14:23] A\n', '[14:23] Jane (', '[14:23] A, '])
    teamsHeaders(piece.repeat(500_000 / piece.length).split('\n'));
  assert.ok(performance.now() - from < 5000);
});
