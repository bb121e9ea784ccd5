import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LiveRoom } from '../../web/live/room.ts';
import { liveServer, summaryOf, until } from './live.ts';

const times = { pause: 100, latest: 400, forOthers: 1000, look: 10_000, idle: 50, beat: 20_000 };
const server = await liveServer({}, times);
const ann = await server.person('editor', 'Ann');
const ben = await server.person('editor', 'Ben');
const owner = await server.person('owner', 'Olga');
const text = 'Requests waited for a connection of the pool and timed out. '.repeat(170);

type Change = { path: string; old?: unknown; new?: unknown; edits?: { insert: string }[] };
type Item = {
  seq: number;
  operation: string;
  actor: { name: string };
  authors?: { name: string }[];
  changes: Change[];
};

async function told(incident: string): Promise<Item[]> {
  const query = 'select 1 from entry where seq is null limit 1';
  const { database } = server.around;
  await until('numbered', async () => (await database.query({ text: query, values: [] })).count === 0);
  const { json } = await ann.call('GET', `/incidents/${incident}/history?limit=200`);
  return (json['items'] as unknown as Item[]).filter(({ operation }) => operation === 'prose.write');
}
async function roomOf(context: TestContext, incident: string): Promise<LiveRoom> {
  const room = server.room(context, ann, incident);
  await until('live', () => room.state === 'live');
  return room;
}
async function type(room: LiveRoom, letters: string, everyMs: number): Promise<void> {
  for (const letter of letters) {
    room.text('summary.text').insert(40, letter);
    await sleep(everyMs);
  }
}

test('who writes without a pause is written to the record now and then, and the ledger keeps the edits', async (context) => {
  const incident = await server.incident(ann, text);
  const room = await roomOf(context, incident);
  const at = performance.now();
  await type(room, 'a letter every twentieth of a second, on and on, so that no pause is ever long enough', 20);
  const tookMs = performance.now() - at;
  await until('in the record', async () => (await server.summary(ann, incident)) === summaryOf(room));
  const written = await server.written(incident);
  assert.ok(written.length >= 3, `${written.length}`);
  assert.ok(written.length <= tookMs / times.latest + 2, `${written.length} in ${tookMs.toFixed(0)} ms`);
  const [first, ...later] = written;
  assert.ok((first?.set['text']?.length ?? 0) > text.length, 'the first is whole');
  for (const { set, edits, bytes } of later) {
    assert.deepEqual([Object.keys(set), Object.keys(edits)], [[], ['text']]);
    assert.ok(bytes < 1000, `${bytes}`);
  }
});

test('the history tells edits as old and new text, without a gap', async (context) => {
  const incident = await server.incident(ann, text);
  const room = await roomOf(context, incident);
  await type(room, 'one two three', 60);
  await room.close();
  await until('in the record', async () => (await server.summary(ann, incident)) === summaryOf(room));
  await until('put away', async () => (await server.written(incident)).length > 1);
  await sleep(200);
  const again = await roomOf(context, incident);
  again.text('summary.text').delete(0, 9000);
  await type(again, 'four five', 60);
  await until('in the record', async () => (await server.summary(ann, incident)) === summaryOf(again));
  const items = (await told(incident)).toReversed();
  let before: unknown = text;
  for (const { changes } of items) {
    assert.deepEqual(
      changes.map(({ path, old }) => [path, old]),
      [['summary.text', before]],
    );
    before = changes[0]?.new;
  }
  assert.equal(before, summaryOf(again));
  const whole = (await server.written(incident)).filter(({ set }) => 'text' in set);
  assert.ok(whole.length >= 2, 'each sitting begins with the whole text');
});

test('after an erasure what was edited is told, and nothing is made up', async (context) => {
  const incident = await server.incident(ann, text);
  const room = await roomOf(context, incident);
  await type(room, 'A name', 5);
  await until('first', async () => (await server.written(incident)).length === 1);
  await type(room, 'Bcd', 5);
  await until('second', async () => (await server.written(incident)).length === 2);
  const [second, first] = await told(incident);
  assert.equal(typeof second?.changes[0]?.old, 'string');
  const erased = await owner.call('POST', `/ledger/entries/${first?.seq}/erase`, { reason: 'asked for' });
  assert.equal(erased.status, 200, erased.text);
  const [after] = await told(incident);
  assert.deepEqual(Object.keys(after?.changes[0] ?? {}).toSorted(), ['edits', 'path']);
  assert.equal(after?.changes[0]?.edits?.length, 1);
  assert.ok(after?.changes[0]?.edits?.[0]?.insert.startsWith('dcB'), JSON.stringify(after));
});

test('what two wrote together names both', async (context) => {
  const incident = await server.incident(ann, text);
  const [one, two] = [await roomOf(context, incident), server.room(context, ben, incident)];
  await until('live', () => two.state === 'live');
  one.text('summary.text').insert(0, 'a');
  two.text('summary.text').insert(0, 'b');
  await until('written', async () => (await told(incident)).length > 0);
  const [item] = await told(incident);
  assert.deepEqual(item?.authors?.map(({ name }) => name).toSorted(), ['Ann', 'Ben']);
  assert.equal(item?.actor.name, 'Hindcast');
});
