import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import * as Y from 'yjs';
import { testDatabase } from '../../../test/server/database.ts';
import { openLog } from './log.ts';
import { appendUpdates } from '../../store/rooms/append-updates.ts';
import { compactRoom } from '../../store/rooms/compact-room.ts';
import { nothingRead, readRoom } from '../../store/rooms/read-room.ts';
import { seedRoom } from '../../store/rooms/seed-room.ts';

const { database } = await testDatabase();
const at = '2026-11-21T10:00:00Z';

const stateWith = (text: string): Uint8Array => {
  const doc = new Y.Doc();
  doc.getText('summary.text').insert(0, text);
  return Y.encodeStateAsUpdate(doc);
};
const newRoom = async (): Promise<string> => {
  const id = randomUUID();
  await seedRoom(database, id, stateWith('seed'), new Map([['summary.text', 'seed']]));
  return id;
};
const update = (text: string) => ({ actor: 'person:x', at, bytes: stateWith(text) });

/** A process with its own view of a room. */
function process(incidentId: string) {
  const doc = new Y.Doc();
  const log = openLog({
    database,
    incidentId,
    taken: (bytes) => Y.applyUpdate(doc, bytes),
    kept: () => {},
    failed: (error) => assert.fail(String(error)),
  });
  const write = (text: string): Promise<void> => {
    const written = update(text);
    Y.applyUpdate(doc, written.bytes);
    return log.append(written);
  };
  return { doc, log, write, text: () => doc.getText('summary.text').toString() };
}

test('of two processes that seed a room at once, one seed is kept', async () => {
  const id = randomUUID();
  const seeds = ['one', 'two'].map((text) =>
    seedRoom(database, id, stateWith(text), new Map([['summary.text', text]])),
  );
  await Promise.all(seeds);
  const { log, text } = process(id);
  assert.equal(await log.catchUp(), true);
  assert.ok(['one', 'two'].includes(text()), text());
});

test('an update that is committed after one with a higher id is read, too', async () => {
  const id = await newRoom();
  const slow = await database.connect();
  await slow.query('begin');
  await slow.query("insert into room_update (incident_id, at, actor, bytes) values ($1, now(), 'slow', $2)", [
    id,
    Buffer.from(stateWith('slow')),
  ]);
  await appendUpdates(database, id, [update('quick')]);
  const first = await readRoom(database, id, nothingRead);
  assert.deepEqual(
    first.updates.map(({ actor }) => actor),
    ['person:x'],
  );
  await slow.query('commit');
  await slow.end();
  const second = await readRoom(database, id, first.upTo);
  assert.ok(second.updates.some(({ actor }) => actor === 'slow'));
  const third = await readRoom(database, id, second.upTo);
  assert.deepEqual(third.updates, []);
});

test('compacting loses nothing: not what others wrote meanwhile, and not when two do it at once', async () => {
  const id = await newRoom();
  const [one, two] = [process(id), process(id)];
  await Promise.all([one.log.catchUp(), two.log.catchUp()]);
  for (let round = 0; round < 10; round += 1) {
    await Promise.all([
      one.write(`a${round} `),
      two.write(`b${round} `),
      one.log.compact(one.doc, () => true),
      two.log.compact(two.doc, () => true),
    ]);
  }
  await one.log.compact(one.doc, () => true);
  const late = process(id);
  await late.log.catchUp();
  for (let round = 0; round < 10; round += 1)
    for (const who of ['a', 'b']) assert.equal(late.text().split(`${who}${round} `).length, 2, late.text());
});

test('a state is not put in place of one that was not read', async () => {
  const id = await newRoom();
  const { upTo } = await readRoom(database, id, nothingRead);
  assert.equal(await compactRoom(database, id, stateWith('first'), upTo), true);
  assert.equal(await compactRoom(database, id, stateWith('second'), upTo), false);
  const { log, text } = process(id);
  await log.catchUp();
  assert.equal(text(), 'first');
});
