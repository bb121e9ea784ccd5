import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readEvidence, SourceError } from '../index.ts';
import type { EvidenceFile } from '../source.ts';

const now = '2026-11-21T12:00:00Z';
const read = (text: string, more: Partial<EvidenceFile> = {}) => readEvidence({ name: 'a.txt', text, ...more });
const times = (text: string, more: Partial<EvidenceFile> = {}) =>
  read(text, more).events.map(({ epochMs }) => new Date(epochMs).toISOString());
const said = (text: string, more: Partial<EvidenceFile> = {}) =>
  read(text, more).events.map(({ epochMs, actor, text: words }) => [
    new Date(epochMs).toISOString().slice(11, 19),
    actor,
    words,
  ]);
const refusal = (text: string) => {
  try {
    read(text);
  } catch (error) {
    assert.ok(error instanceof SourceError);
    return `${error.code} ${error.where}: ${error.message}`;
  }
  return assert.fail('it was read');
};

test('reads the sample: who, when, milestones by wording, a log beside it', () => {
  const { events, facts, ignored } = read(readFileSync(new URL('sample.txt', import.meta.url), 'utf8'));
  assert.deepEqual(ignored, []);
  assert.deepEqual(
    events.map(({ epochMs, actor, milestone, evidence }) => [
      new Date(epochMs).toISOString().slice(0, 19),
      actor,
      milestone,
      evidence,
    ]),
    [
      ['2026-03-04T14:05:00', 'Priya Nair', undefined, 'a.txt#3'],
      ['2026-03-04T14:21:00', 'Priya Nair', 'detected', 'a.txt#4'],
      ['2026-03-04T14:23:00', 'Marek Dvorak', 'acknowledged', 'a.txt#5'],
      ['2026-03-04T14:26:00', 'Marek Dvorak', 'declared', 'a.txt#6'],
      ['2026-03-04T14:31:00', 'Marek Dvorak', 'mitigationStarted', 'a.txt#7'],
      ['2026-03-04T14:38:00', 'Priya Nair', 'mitigated', 'a.txt#9'],
      ['2026-03-04T14:40:00', 'Priya Nair', undefined, 'a.txt#10'],
      ['2026-03-04T15:02:00', 'Marek Dvorak', 'resolved', 'a.txt#11'],
      ['2026-03-04T14:20:58', 'checkout', undefined, 'a.txt#13'],
      ['2026-03-04T14:20:59', 'checkout', undefined, 'a.txt#14'],
      ['2026-03-04T14:21:07', undefined, undefined, 'a.txt#15'],
    ],
  );
  assert.equal(events[8]?.fold, events[9]?.fold);
  assert.deepEqual(
    facts.severities.map(({ value }) => value),
    ['SEV2'],
  );
});

const instant = '2026-03-04T14:21:00.000Z';
for (const line of [
  '2026-03-04T14:21:00Z x',
  '2026-03-04T15:21:00+01:00 x',
  '2026-03-04 09:21:00 -0500 x',
  '2026-03-04 15:21 CET x',
  '[2026-03-04 15:21:00 Europe/Berlin] x',
  '20260304T142100Z x',
  '203.0.113.9 - - [04/Mar/2026:15:21:00 +0100] "GET / HTTP/1.1" 502 1',
  'Wed 2026-03-04 14:21:00 UTC host x',
  'Wed, 04 Mar 2026 14:21:00 GMT x',
  'Wed Mar  4 14:21:00 UTC 2026 x',
  '1772634060 x',
  '1772634060000 x',
  '[1772634060.000] x',
  '<34>1 2026-03-04T14:21:00Z host app 1 ID - x',
  'time="2026-03-04T14:21:00Z" level=error msg="x"',
  'web-1  | 2026-03-04T14:21:00Z x',
  'E, [2026-03-04T14:21:00Z #12] ERROR -- : x',
]) {
  test(`reads the exact time of: ${line}`, () => {
    const { events } = read(`${line}\n${line}`);
    assert.deepEqual(
      events.map(({ epochMs, assumed }) => [new Date(epochMs).toISOString(), assumed]),
      [
        [instant, undefined],
        [instant, undefined],
      ],
    );
    assert.equal(new Set(events.map(({ key }) => key)).size, 1);
  });
}

for (const [line, assumed] of Object.entries({
  '2026-03-04 14:21:00,000 ERROR x': ['zone'],
  'Mar  4 14:21:00 host app[1]: x': ['year', 'zone'],
  'E0304 14:21:00.000000   12 file.go:1] x': ['year', 'zone'],
  '[Wed Mar 04 14:21:00.000000 2026] [core:error] x': ['zone'],
  '2026/03/04 14:21:00 [error] 31#31: x': ['zone'],
  '04.03.2026, 14:21 - x': ['zone'],
  '4 March 2026 at 2:21 PM: x': ['zone'],
})) {
  test(`reads the time of, and flags as not written ${assumed.join(' and ')}: ${line}`, () => {
    const { events } = read(`${line}\n${line}`, { now });
    assert.deepEqual([new Date(events[0]?.epochMs ?? 0).toISOString(), events[0]?.assumed], [instant, assumed]);
  });
}

test("takes the team's zone for times without one, through daylight saving time", () => {
  const text = '2026-03-28 12:00 x\n2026-03-30 12:00 y\n2026-03-30 12:00Z z';
  assert.deepEqual(times(text, { zone: 'Europe/Berlin' }), [
    '2026-03-28T11:00:00.000Z',
    '2026-03-30T10:00:00.000Z',
    '2026-03-30T12:00:00.000Z',
  ]);
  assert.deepEqual(times(`All times in CET\n${text}`)[0], '2026-03-28T11:00:00.000Z');
});

test('a year that is not written is the last one in which the day is past; without a present, nothing is guessed', () => {
  assert.deepEqual(times('Dec 30 10:00:00 h a: x\nJan  2 10:00:00 h a: y', { now: '2026-01-05T00:00:00Z' }), [
    '2025-12-30T10:00:00.000Z',
    '2026-01-02T10:00:00.000Z',
  ]);
  assert.equal(
    refusal('Dec 30 10:00:00 h a: x\nJan  2 10:00:00 h a: y'),
    'text.no-times a.txt#1: No line has a time that can be placed: its year is not written.',
  );
});

test('a day written with two numbers is read when the text tells which is the month', () => {
  assert.deepEqual(times('[04/03/2026, 14:21:00] Jane: x\n[13/03/2026, 14:22:00] Bob: y'), [
    instant,
    '2026-03-13T14:22:00.000Z',
  ]);
  assert.deepEqual(times('3/4/26, 2:21 PM - Jane: x\n3/4/26, 2:22 PM - Bob: y')[0], instant);
  assert.match(refusal('04/03/2026, 14:21 - Jane: x\n05/03/2026, 14:22 - Bob: y'), /day or month first/);
});

test('times alone are of the day above them, and go on past midnight', () => {
  const text = '--- Day changed Wed Mar 04 2026\n14:21 <jane> down\n23:59 <bob> y\n00:02 <bob> z';
  assert.deepEqual(times(text), [instant, '2026-03-04T23:59:00.000Z', '2026-03-05T00:02:00.000Z']);
  assert.deepEqual(read(text).events.at(-1)?.assumed, ['date', 'zone']);
  assert.deepEqual(times('14:21 x\n14:22 y', { name: 'chat-2026-03-04.txt' })[0], instant);
  assert.match(refusal('14:21 x\n14:22 y'), /it has no day: write the date/);
});

test('reads chats as they are copied', () => {
  const name = 'chat-2026-03-04.txt';
  assert.deepEqual(
    said('Jane Doe\n  2:21 PM\nseeing 5xx\nanyone?\nBob  APP  2:23 PM\nrolling back\n2:25\ndone', { name }),
    [
      ['14:21:00', 'Jane Doe', 'seeing 5xx'],
      ['14:23:00', 'Bob', 'rolling back'],
      ['14:25:00', 'Bob', 'done'],
    ],
  );
  assert.deepEqual(said('Jane Doe — 03/24/2026 2:21 PM\nseeing errors\nBob — Today at 2:25 PM\nack'), [
    ['14:21:00', 'Jane Doe', 'seeing errors'],
    ['14:25:00', 'Bob', 'ack'],
  ]);
  assert.deepEqual(
    said('14:21:00\t From  Jane Doe to Everyone:\n\tit is down\n14:22:10\t From Bob to Everyone:\tack', { name }),
    [
      ['14:21:00', 'Jane Doe', 'it is down'],
      ['14:22:10', 'Bob', 'ack'],
    ],
  );
});

test('a stack trace belongs to its line, and a log line states no milestone', () => {
  const { events } = read(
    '2026-03-04T14:21:00Z ERROR resolved nothing\njava.lang.Error: x\n\tat a.b(C.java:1)\n2026-03-04T14:22:00Z INFO y',
  );
  assert.match(events[0]?.notes ?? '', /at a\.b/);
  assert.deepEqual([events.length, events[0]?.milestone], [2, undefined]);
});

test('of a long log the errors are kept, equal lines as one, and the rest is counted', () => {
  const lines = Array.from({ length: 3000 }, (_, index) => {
    const kind =
      index % 3 === 0
        ? `INFO ${'abcdefghij'[index % 10]}${'klmnopqrst'[Math.floor(index / 10) % 10]}${'uvwxyz'[Math.floor(index / 100) % 6]} is fine`
        : `ERROR timeout after ${index} ms`;
    return `2026-03-04T14:${String(Math.floor(index / 60)).padStart(2, '0')}:${String(index % 60).padStart(2, '0')}Z ${kind}`;
  });
  const { events, ignored } = read(lines.join('\n'));
  const folds = new Set(events.map(({ fold }) => fold));
  assert.equal(folds.size, 200);
  const errors = events.filter(({ text }) => text.startsWith('ERROR'));
  const times = (list: typeof events) => list.reduce((sum, { count = 1 }) => sum + count, 0);
  assert.deepEqual([errors.length, times(errors)], [100, 2000]);
  assert.equal(errors.at(-1)?.lastMs, Date.parse('2026-03-04T14:49:59Z'));
  assert.equal(times(events) + (ignored[0]?.count ?? 0), 3000);
});

test('a text without times is refused, and so is broken JSON as such', () => {
  assert.match(refusal('hello\nworld'), /^source\.unknown/);
  assert.match(refusal('the meeting is at 14:21'), /^source\.unknown/);
  assert.match(refusal('{"at":"2026-03-04T14:21:00Z",\n"b":'), /^source\.not-json a\.txt#2/);
});

test('takes linear time on hostile text', () => {
  for (const piece of [
    '1:',
    '2026-',
    'Mar ',
    '[',
    '14:21 ',
    'a b c 1\n',
    '<1>',
    '2026-03-04T14:21:00Z \n',
    'Jane ',
    '12/12/',
  ]) {
    const text = `2026-03-04T14:21:00Z x\n2026-03-04T14:21:00Z y\n${piece.repeat(500_000 / piece.length)}`;
    const from = performance.now();
    read(text);
    assert.ok(performance.now() - from < 10_000, `${piece}: ${performance.now() - from} ms`);
  }
});

test('reads lines in colours, and refuses a page, a feed or a manifest', () => {
  const coloured = '\u001B[2m2026-03-04T14:21:00Z\u001B[0m \u001B[31mpool is empty\u001B[0m';
  assert.deepEqual(said(coloured), [['14:21:00', undefined, 'pool is empty']]);
  for (const text of ['<?xml version="1.0"?>', '<!DOCTYPE html>', '---\napiVersion: v1\nitems:\n- time: '])
    assert.match(refusal(`${text}<p>2026-03-04 14:21 UTC</p>`), /^source\.unknown/);
});

test('a line may begin with a German date; the number of an item is none', () => {
  assert.deepEqual(times('4. März 2026 14:21 Checkout ausgefallen\n- 12. März 2026, 09:00 Nachlese'), [
    instant,
    '2026-03-12T09:00:00.000Z',
  ]);
  assert.deepEqual(times('3. 2026-03-04 14:21 x\n12. Mar 04 14:21:00 host a: y', { now }), [instant, instant]);
});
