import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readEvidence, SourceError } from '../index.ts';

const read = (lines: string[], name = 'a.txt') =>
  readEvidence({ name, text: lines.join('\n'), now: '2026-11-01T00:00:00Z' });
const said = (lines: string[], name?: string) =>
  read(lines, name).events.map(({ epochMs, actor, text }) => [
    new Date(epochMs).toISOString().slice(5, 16),
    actor,
    text,
  ]);

test('what a program writes names no person and states no milestone', () => {
  const { events, facts } = read([
    '2026-03-04 14:21:00 Error: cannot connect',
    '2026/03/04 14:21:01 http: Server closed, rolling back',
    '[Wed Mar  4 14:21:02 2026] oom_reaper: service restored',
    '2026-03-04T14:21:03.123Z worker: all clear',
    '2026-03-04T14:21:04Z Warning   BackOff   web-0   restarting failed container',
    'http 2026-03-04T14:21:05Z app/lb 10.0.0.1:80 502 "GET http://a/ HTTP/1.1" "curl"',
  ]);
  assert.equal(events.length, 6);
  for (const { actor, milestone, text } of events) assert.deepEqual([actor, milestone], [undefined, undefined], text);
  assert.deepEqual(facts.people, []);
  const [person] = said(['2026-03-04T14:21:03.123Z Jane Doe: all clear']);
  assert.deepEqual(person, ['03-04T14:21', 'Jane Doe', 'all clear']);
});

test('of a structured line the message and its error are the text, the whole line the notes', () => {
  const { events } = read([
    'ts=2026-03-04T14:21:00Z level=warn msg="compaction failed" err="no space left" volume=a',
    'I0304 14:21:01.100000       1 a.go:1] "Pod started" pod="shop/a"',
    'I0304 14:21:02.100000       1 a.go:1] "Pod gone" pod="shop/a"',
  ]);
  assert.equal(events[0]?.text, 'compaction failed: no space left');
  assert.match(events[0]?.notes ?? '', /volume=a/);
  assert.equal(events[1]?.text, 'Pod started pod="shop/a"');
  assert.notEqual(events[1]?.fold, events[2]?.fold);
});

test('what a tool says of its own log did not happen', () => {
  const journal = ['-- Logs begin at Mon 2026-03-02 08:00:00 CET. --', 'Mar 04 14:21:00 web-1 app[1]: down'];
  assert.deepEqual(said([...journal, '-- Boot 5f2a --']), [['03-04T14:21', 'app', 'down']]);
  const { events } = read(['#Date: 2026-03-04 14:00:00', '#Fields: date time c-ip', '2026-03-04 14:21:00 10.0.0.1']);
  assert.deepEqual(
    events.map(({ assumed, text }) => [assumed, text]),
    [[undefined, '10.0.0.1']],
  );
});

test('a heading of today or yesterday is no day that stands above it', () => {
  const chat = ['Monday, March 2nd', 'Jane Doe  9:00 AM', 'hi', 'Yesterday', 'Jane Doe  10:00 AM', 'down'];
  assert.deepEqual(said(chat), [['03-02T09:00', 'Jane Doe', 'hi']]);
  assert.match(read(chat).ignored[0]?.why ?? '', /it has no day/);
  assert.deepEqual(said(chat, 'chat-2026-03-05.txt')[1], ['03-04T10:00', 'Jane Doe', 'down']);
  const discord = ['jane — 03/14/2026 2:31 PM', 'rolling back', 'marek — Yesterday at 2:40 PM', 'all clear'];
  assert.deepEqual(said(discord), [['03-14T14:31', 'jane', 'rolling back']]);
});

test('a timeline in Markdown: tables, bold and italic times', () => {
  const table = ['# Timeline 2026-03-04', '| Time | Event |', '|---|---|', '| 14:05 | deployed |', '| ~14:21 | down |'];
  assert.deepEqual(said([...table, '- **14:40**: all clear', '* `14:42` told', '*14:43 UTC* – closed']), [
    ['03-04T14:05', undefined, 'deployed'],
    ['03-04T14:21', undefined, 'down'],
    ['03-04T14:40', undefined, 'all clear'],
    ['03-04T14:42', undefined, 'told'],
    ['03-04T14:43', undefined, 'closed'],
  ]);
});

test('who speaks in chats of other programs', () => {
  assert.deepEqual(said(['Jane Doe, [Mar 4, 2026 at 2:21:05 PM]:', 'down']), [['03-04T14:21', 'Jane Doe', 'down']]);
  assert.deepEqual(said(['2026-03-04 14:21:00\tjane\tdown', '2026-03-04 14:22:00 * bob restarts it']), [
    ['03-04T14:21', 'jane', 'down'],
    ['03-04T14:22', 'bob', 'restarts it'],
  ]);
  assert.deepEqual(said(['[24.03.26, 14:21:05] +49 170 1234567: down']), [['03-24T14:21', '+49 170 1234567', 'down']]);
  const signs = ['2026-03-04', 'Jane Doe', '  2:21 PM', 'down', 'Bob Roe', ':palm_tree:', '  2:22 PM', 'ack'];
  assert.deepEqual(said(signs), [
    ['03-04T14:21', 'Jane Doe', 'down'],
    ['03-04T14:22', 'Bob Roe', 'ack'],
  ]);
});

test('dates of other languages, a minus sign, a zone in brackets, what a router writes', () => {
  assert.deepEqual(said(['2026年3月4日(水) 午後2:21 田中: 停止', '4 de março de 2026 às 14:23 João: volta']), [
    ['03-04T14:21', '田中', '停止'],
    ['03-04T14:23', 'João', 'volta'],
  ]);
  assert.deepEqual(said(['2026-03-04T14:21:00−05:00 a', '2026-03-04T14:21:00[Europe/Berlin] b']), [
    ['03-04T19:21', undefined, 'a'],
    ['03-04T13:21', undefined, 'b'],
  ]);
  assert.deepEqual(said(['*Mar  4 14:21:00.123: %LINK-3: down', '000123: Mar  4 14:21:02: %SYS-5: set']), [
    ['03-04T14:21', undefined, '%LINK-3: down'],
    ['03-04T14:21', undefined, '%SYS-5: set'],
  ]);
});

test('cluster events in a form without times or in YAML are refused with the form that is read', () => {
  const yaml = ['apiVersion: v1', 'items:', '- apiVersion: v1', '  involvedObject:', '    kind: Pod', 'kind: List'];
  for (const lines of [['LAST SEEN   TYPE   REASON   OBJECT', '58m   Warning   BackOff   pod/a'], yaml])
    assert.throws(
      () => read(lines),
      (error) => error instanceof SourceError && /kubectl get events .* -o json/.test(error.remedy),
    );
});
