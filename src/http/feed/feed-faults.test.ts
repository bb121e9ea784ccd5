import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import pino from 'pino';
import { testDatabase } from '../../../test/server/database.ts';
import { systemActor } from '../../operations/access/actor.ts';
import { enterMany } from '../../../test/server/enter.ts';
import { type Database, openDatabase } from '../../store/database.ts';
import { highestSeq } from '../../store/ledger/read-entries.ts';
import { startSequencer } from '../../store/ledger/sequencer.ts';
import { type Feed, openFeed } from './feed.ts';
import { feedStream, type StreamTimes } from './stream.ts';

const log = pino({ level: 'silent' });
const { database, where } = await testDatabase();
const sequencer = startSequencer(database, { everyMs: 10, log });
after(() => sequencer.stop());

/** Another process: its own pool, listening connection and feed. */
function process(): { database: Database; feed: Feed } {
  const own = openDatabase(where, 3);
  const feed = openFeed(own, log);
  after(async () => {
    await feed.close();
    await own.close();
  });
  return { database: own, feed };
}

function stream(from: { database: Database; feed: Feed }, after: number, times?: StreamTimes) {
  const reader = { actor: systemActor, after, reset: false, check: async () => systemActor };
  return feedStream(from.database, from.feed, reader, times).getReader();
}

/** Reads the numbers of events until `count` came. */
async function numbersOf(reader: ReturnType<typeof stream>, count: number): Promise<number[]> {
  const numbers: number[] = [];
  const decoder = new TextDecoder();
  for (let text = ''; numbers.length < count;) {
    const { value, done } = await reader.read();
    if (done) break;
    text += decoder.decode(value, { stream: true });
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) if (block.includes('data:')) numbers.push(Number(/^id: (\d+)$/m.exec(block)?.[1]));
  }
  return numbers;
}

const cutListeners = () =>
  database.query({
    text: `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query ilike 'listen%'`,
    values: [],
  });

test('streams of two processes lose and repeat nothing while their listening connections are cut under load', async () => {
  const both = [process(), process()];
  for (const { feed } of both) await feed.start();
  const total = 1500;
  const first = (await highestSeq(database)) + 1;
  const reads = both.map((one) => numbersOf(stream(one, first - 1), total));
  let cut = 0;
  const cuts = (async () => {
    // On a busy machine a process listens again only after some rounds.
    for (let round = 0; round < 100 && (round < 5 || cut < 4); round += 1) {
      await sleep(40);
      cut += (await cutListeners()).count;
    }
  })();
  for (let batch = 0; batch < 15; batch += 1) {
    await enterMany(database, total / 15);
    await sleep(15);
  }
  await cuts;
  assert.ok(cut >= 4, `${cut} connections were cut`);
  const expected = Array.from({ length: total }, (_, index) => first + index);
  for (const numbers of await Promise.all(reads)) assert.deepEqual(numbers, expected);
});

test('a reader who comes back again and again, to one process or the other, with the last number gets each event once', async () => {
  const both = [process(), process()] as const;
  for (const { feed } of both) await feed.start();
  let last = await highestSeq(database);
  const expected = Array.from({ length: 600 }, (_, index) => last + 1 + index);
  const writing = (async () => {
    for (let batch = 0; batch < 30; batch += 1) {
      await enterMany(database, 20);
      await sleep(5);
    }
  })();
  const got: number[] = [];
  for (let round = 0; got.length < 600; round += 1) {
    const one = both[round % 2] ?? both[0];
    assert.ok((await one.feed.start(last)) >= last);
    const reader = stream(one, last);
    got.push(...(await numbersOf(reader, Math.min(37, 600 - got.length))));
    last = got.at(-1) ?? last;
    await reader.cancel();
  }
  await writing;
  assert.deepEqual(got, expected);
});

test('a reader that takes nothing is let go, and what waits for it stays small', async () => {
  const one = process();
  await one.feed.start();
  const from = await highestSeq(database);
  await enterMany(database, 4000);
  const reader = stream(one, from, { beatMs: 50, stuckMs: 200 });
  await one.feed.start(from + 4000);
  await sleep(500);
  let bytes = 0;
  await assert.rejects(async () => {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      bytes += value.length;
    }
  });
  assert.ok(bytes < 200_000, `${bytes} bytes waited`);
});

test('a slow reader is not let go, and gets everything', async () => {
  const one = process();
  const from = await one.feed.start();
  await enterMany(database, 3000);
  const reader = stream(one, from, { beatMs: 50, stuckMs: 200 });
  let events = 0;
  while (events < 3000) {
    const { value } = await reader.read();
    events += new TextDecoder().decode(value).split('data:').length - 1;
    await sleep(20);
  }
  assert.equal(events, 3000);
  await reader.cancel();
});

test('a stream whose reader is no longer there ends, and one that is idle shows that it stands', async () => {
  const one = process();
  const after = await one.feed.start();
  let there = true;
  const reader = feedStream(
    one.database,
    one.feed,
    { actor: systemActor, after, reset: false, check: async () => (there ? systemActor : undefined) },
    { beatMs: 30, stuckMs: 1000 },
  ).getReader();
  let text = '';
  for (let beats = 0; beats < 4; beats += 1) text += new TextDecoder().decode((await reader.read()).value);
  assert.match(text, /^retry: 1000\n(?:id: \d+\n\n){4}$/);
  there = false;
  while (!(await reader.read()).done);
});
