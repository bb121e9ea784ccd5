import assert from 'node:assert/strict';
import { after, test, type TestContext } from 'node:test';
import { openDatabase } from '../../src/store/database.ts';
import { openRoom } from '../../web/live/open-room.ts';
import type { LiveRoom } from '../../web/live/room.ts';
import { testDatabase } from '../server/database.ts';
import type { Caller } from '../server/server.ts';
import { passableFolder, startServer } from '../server/start-server.ts';
import { liveServer, socketOf, summaryOf, until } from './live.ts';

const { where } = await testDatabase();
const database = openDatabase(where);
const here = await liveServer({ database });
const there = await liveServer({ database });
// After the rooms, which still write when they are closed.
after(() => database.close());
const ann = await here.person('editor', 'Ann');
const ben = await here.person('editor', 'Ben');
const bot = await here.token('editor');

const { host, port, user, database: name } = where as { host: string; port?: number; user: string; database: string };
const url = `postgres://${user}@/${name}?host=${encodeURIComponent(host)}${port === undefined ? '' : `&port=${port}`}`;

function roomAt(context: TestContext, by: Caller, incident: string, address: () => string): LiveRoom {
  const room = openRoom(incident, {
    person: by.personId,
    origin: 'http://localhost',
    store: null,
    socket: (path) => socketOf(by, address())(path.replace('ws://localhost', address().replace('http', 'ws'))),
    mostDelayMs: 200,
  });
  context.after(() => room.close());
  return room;
}

test('two processes on one database: who writes in one is read in the other, with cursor and name', async (context) => {
  const incident = await here.incident(ann, 'x');
  const [one, two] = [here.room(context, ann, incident), there.room(context, ben, incident)];
  await until('live', () => one.state === 'live' && two.state === 'live');
  const taken: number[] = [];
  for (let index = 0; index < 40; index += 1) {
    const writer = index % 2 === 0 ? one : two;
    const start = performance.now();
    writer.text('summary.text').insert(0, `${index} `);
    await until('read', () => summaryOf(one) === summaryOf(two));
    taken.push(performance.now() - start);
  }
  const sorted = taken.toSorted((a, b) => a - b);
  context.diagnostic(`p50 ${sorted[20]?.toFixed(1)} ms, p95 ${sorted[37]?.toFixed(1)} ms, in steps of 3 ms`);
  const cursor = { anchor: 1, head: 1 };
  one.awareness.setLocalStateField('cursor', cursor);
  await until('seen', () => two.awareness.getStates().get(one.awareness.clientID)?.['user']?.name === 'Ann');
  await until('written', async () => (await here.summary(ann, incident)) === summaryOf(one));
});

test('both write at once, and a change over REST is brought in once', async (context) => {
  const incident = await here.incident(ann, 'The pool was full.');
  const [one, two] = [here.room(context, ann, incident), there.room(context, ben, incident)];
  await until('live', () => one.state === 'live' && two.state === 'live');
  for (let round = 0; round < 10; round += 1) {
    one.text('summary.text').insert(0, 'a');
    two.text('summary.text').insert(two.text('summary.text').length, 'b');
    const { versions, record } = (await bot.call('GET', `/incidents/${incident}`)).json as never as {
      versions: { summary: number };
      record: { summary: { text: string } };
    };
    const set = { text: record.summary.text.replace('pool was', `pool was ${round}`) };
    await bot.call('PATCH', `/incidents/${incident}/record/summary`, { set, seen: versions.summary });
  }
  await until('saved', () => one.saved && two.saved);
  await until('the same', () => summaryOf(one) === summaryOf(two));
  await until('written', async () => (await here.summary(ann, incident)) === summaryOf(one), 10_000);
  const text = summaryOf(two);
  assert.equal(text.match(/a/g)?.length, 11, text);
  assert.equal(text.match(/The/g)?.length, 1, text);
  assert.equal(text.match(/b/g)?.length, 10, text);
  assert.equal(new Set(text.match(/\d/g)).size, text.match(/\d/g)?.length, text);
});

test('a server that is killed with -9 has kept everything that it called saved', async (context) => {
  const folder = passableFolder(context);
  const first = await startServer(context, folder, { DATABASE_URL: url });
  const incident = await here.incident(ann, 'x');
  let address = first.url;
  const rooms = [ann, ben].map((by) => roomAt(context, by, incident, () => address));
  await until('live', () => rooms.every(({ state }) => state === 'live'));
  const saved = new Set<string>();
  for (let index = 0; index < 150; index += 1) {
    for (const [who, room] of rooms.entries()) {
      const mark = `<${who}:${index}>`;
      room.text('summary.text').insert(0, mark);
    }
    await new Promise((resolve) => setTimeout(resolve, 2));
    // Now and then they stop until all is saved, so that a busy machine has something to lose, too.
    if (index % 40 === 39) await until('saved', () => rooms.every((room) => room.saved));
    for (const [who, room] of rooms.entries())
      if (room.saved) for (let done = 0; done <= index; done += 1) saved.add(`<${who}:${done}>`);
  }
  first.child.kill('SIGKILL');
  await Promise.all(rooms.map((room) => room.close()));
  assert.ok(saved.size > 20, `${saved.size}`);

  const second = await startServer(context, folder, { DATABASE_URL: url });
  address = second.url;
  const lacks = async () => {
    const record = (await here.summary(ann, incident)) ?? '';
    return [...saved].filter((mark) => !record.includes(mark));
  };
  await until('in the record before anybody came back', async () => (await lacks()).length === 0);
  const room = roomAt(context, ann, incident, () => address);
  await until('live', () => room.state === 'live');
  const text = summaryOf(room);
  const lost = [...saved].filter((mark) => !text.includes(mark));
  assert.deepEqual(lost, []);
  context.diagnostic(`${saved.size} saved marks, none lost`);
  await until('in the record', async () => (await here.summary(ann, incident)) === text);
  const [last] = (await here.written(incident)).slice(-1);
  assert.ok(last?.authors.every((author) => [`person:${ann.personId}`, `person:${ben.personId}`].includes(author)));
});

test('while the server is away people write on, and have one text when it is back', async (context) => {
  const folder = passableFolder(context);
  const first = await startServer(context, folder, { DATABASE_URL: url });
  const incident = await here.incident(ann, 'x');
  let address = first.url;
  const rooms = [ann, ben].map((by) => roomAt(context, by, incident, () => address));
  const [one, two] = rooms as [LiveRoom, LiveRoom];
  await until('live', () => rooms.every(({ state }) => state === 'live'));
  await first.stop('SIGTERM');
  await until('offline', () => rooms.every(({ state }) => state === 'offline'));
  one.text('summary.text').insert(0, 'one ');
  two.text('summary.text').insert(1, ' two');
  assert.deepEqual([one.saved, two.saved], [false, false]);
  const second = await startServer(context, folder, { DATABASE_URL: url });
  address = second.url;
  await until('saved', () => rooms.every(({ saved, state }) => saved && state === 'live'));
  await until('the same', () => summaryOf(one) === 'one x two' && summaryOf(two) === 'one x two');
});
