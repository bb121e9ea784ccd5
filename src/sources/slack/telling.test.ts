import assert from 'node:assert/strict';
import { test } from 'node:test';
import { classify } from './classify.ts';
import type { PlainMessage } from './message.ts';
import { startTelling } from './telling.ts';

const said = (index: number, text: string, thread?: string): PlainMessage => ({
  message: {
    ts: `${1_772_634_190 + index}.000100`,
    user: 'U1',
    ...(thread === undefined ? {} : { thread_ts: thread }),
  },
  epochMs: (1_772_634_190 + index) * 1000,
  raw: text,
  text,
  author: { name: 'Jane', bot: false, known: true },
  found: classify(text),
  evidence: `x#/${index}`,
});

test('of more than is held, statements of milestones stay, in the order in which they came', () => {
  const telling = startTelling(new Set());
  const total = 20_000;
  for (let index = 0; index < total; index += 1) {
    const text = index % 200 === 7 ? 'rolling back to v41' : index % 2 === 0 ? 'is the latency up?' : 'lunch';
    telling.add(said(total - index, text));
  }
  const { events, ignored } = telling.done();
  assert.equal(events.length, 200);
  assert.equal(events.filter(({ milestone }) => milestone === 'mitigationStarted').length, 100);
  const times = events.map(({ epochMs }) => epochMs);
  assert.deepEqual(
    times,
    times.toSorted((a, b) => b - a),
  );
  assert.deepEqual(
    ignored.map(({ what, where, count }) => [what, where, count]),
    [
      ['a message about the incident', `x#/${total}`, 10_000 - 100],
      ['a message', `x#/${total - 1}`, 9900],
    ],
  );
});

test('a reply keeps what it answers, however long ago that was said', () => {
  const telling = startTelling(new Set([said(0, 'x').message.ts]));
  telling.add(said(0, 'the queue looks odd'));
  for (let index = 1; index < 9000; index += 1) telling.add(said(index, 'is the latency up?'));
  telling.add(said(9000, 'rolling back to v41', said(0, 'x').message.ts));
  const { events } = telling.done();
  assert.match(events.at(-1)?.notes ?? '', /In reply to Jane .*: the queue looks odd/);
});
