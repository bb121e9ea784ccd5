import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as Y from 'yjs';
import { liveServer, summaryOf, until } from './live.ts';
import { memoryStore } from './memory-store.ts';

const server = await liveServer();
const ann = await server.person('editor', 'Ann');
const ben = await server.person('editor', 'Ben');

test('50 editors with 20 edits each end with the same text, and so does the record', async (context) => {
  const incident = await server.incident(ann, 'x');
  const people = await Promise.all(
    Array.from({ length: 50 }, (_, index) => server.person('editor', `Editor ${index}`)),
  );
  const rooms = people.map((person) => server.room(context, person, incident));
  await until('all live', () => rooms.every(({ state }) => state === 'live'), 20_000);
  const start = performance.now();
  for (let round = 0; round < 20; round += 1) {
    for (const [index, room] of rooms.entries()) {
      const text = room.text('summary.text');
      text.insert((index * 7 + round) % (text.length + 1), `${index}.`);
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  await until('all saved', () => rooms.every(({ saved }) => saved), 30_000);
  const [first] = rooms.map(summaryOf);
  await until(
    'the same',
    () => rooms.every((room) => summaryOf(room) === first || summaryOf(room) === summaryOf(rooms[0] ?? room)),
    20_000,
  );
  const ms = performance.now() - start;
  context.diagnostic(`1000 edits of 50 editors: ${Math.round(ms)} ms`);
  const text = summaryOf(rooms[0] as never);
  assert.ok(rooms.every((room) => summaryOf(room) === text));
  assert.equal(text.length, 1 + 20 * people.reduce((sum, _, index) => sum + `${index}.`.length, 0));
  await until('written', async () => (await server.summary(ann, incident)) === text);
});

test('edits made offline by two are all there after they come back, one of them reloaded in between', async (context) => {
  const incident = await server.incident(ann, 'Middle.');
  const stores = [memoryStore(), memoryStore()] as const;
  for (const [index, person] of [ann, ben].entries()) {
    const room = server.room(context, person, incident, stores[index]);
    await until('live', () => room.state === 'live');
    await room.close();
  }
  const [one, two] = [
    server.offlineRoom(context, ann, incident, stores[0]),
    server.offlineRoom(context, ben, incident, stores[1]),
  ];
  await until('offline', () => one.room.state === 'offline' && two.room.state === 'offline');
  one.room.text('summary.text').insert(0, 'Start. ');
  two.room.text('summary.text').insert(7, ' End.');
  two.room.text('summary.text').delete(0, 1);
  await one.room.close();
  const again = server.offlineRoom(context, ann, incident, stores[0]);
  await until('kept over the reload', () => summaryOf(again.room) === 'Start. Middle.');
  assert.equal(again.room.saved, false, 'what the server does not have is not saved, after a reload either');
  again.room.text('summary.text').insert(0, 'Very ');
  again.connect();
  two.connect();
  await until('saved', () => again.room.saved && two.room.saved);
  await until('the same', () => summaryOf(again.room) === summaryOf(two.room));
  assert.equal(summaryOf(two.room), 'Very Start. iddle. End.');
  await until('written', async () => (await server.summary(ann, incident)) === 'Very Start. iddle. End.');
});

test('undoing takes back what this editor wrote and nothing else', async (context) => {
  const incident = await server.incident(ann, 'x');
  const [one, two] = [server.room(context, ann, incident), server.room(context, ben, incident)];
  await until('live', () => one.state === 'live' && two.state === 'live');
  const undo = new Y.UndoManager(one.text('summary.text'), { captureTimeout: 0 });
  one.text('summary.text').insert(0, 'mine ');
  two.text('summary.text').insert(0, 'theirs ');
  await until('both', () => summaryOf(one).length === 13);
  undo.undo();
  await until('undone', () => summaryOf(two) === 'theirs x');
});
