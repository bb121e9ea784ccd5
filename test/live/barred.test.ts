import assert from 'node:assert/strict';
import { test } from 'node:test';
import { liveServer, summaryOf, until } from './live.ts';
import { memoryStore } from './memory-store.ts';

const server = await liveServer();
const owner = await server.person('owner', 'Olga');
const ann = await server.person('editor', 'Ann');
const ben = await server.person('editor', 'Ben');
const vic = await server.person('viewer', 'Vic');
const { database } = server.around;

const freeze = (incident: string) => owner.call('POST', `/incidents/${incident}/archive`, {});

test('a viewer reads along and what it writes goes nowhere but stays with it', async (context) => {
  const incident = await server.incident(ann, 'As it was.');
  const [one, two] = [server.room(context, ann, incident), server.room(context, vic, incident)];
  await until('there', () => one.state === 'live' && two.state === 'readOnly');
  assert.equal(two.reason, 'viewer');
  one.text('summary.text').insert(0, 'New: ');
  await until('read', () => summaryOf(two) === 'New: As it was.');
  two.text('summary.text').insert(0, 'Mine. ');
  assert.equal(two.state, 'late');
  assert.deepEqual(two.late, [{ path: 'summary.text', yours: 'Mine. New: As it was.', theirs: 'New: As it was.' }]);
  one.text('summary.text').insert(one.text('summary.text').length, ' Now.');
  await until('still read', () => summaryOf(two) === 'Mine. New: As it was. Now.');
  assert.equal(summaryOf(one), 'New: As it was. Now.');
  let anew = 0;
  two.on('reset', () => (anew += 1));
  await two.dropLate();
  assert.deepEqual([two.state, anew, summaryOf(two)], ['readOnly', 1, 'New: As it was. Now.']);
});

test('late text is compared anew with what others write, and where they wrote the same there is nothing to decide', async (context) => {
  const incident = await server.incident(ann, 'As it was.');
  const [one, two] = [server.room(context, ann, incident), server.room(context, vic, incident)];
  await until('there', () => one.state === 'live' && two.state === 'readOnly');
  two.text('summary.text').delete(0, 3);
  const told: string[] = [];
  two.on('state', () => told.push(two.late[0]?.theirs ?? ''));
  one.text('summary.text').insert(10, ' Now.');
  await until('told', () => told.includes('As it was. Now.'));
  one.text('summary.text').delete(0, 3);
  await until('decided', () => two.state === 'readOnly');
  assert.equal(summaryOf(two), 'it was. Now.');
});

test('a document that is archived refuses text at once, and its editor keeps what was not taken', async (context) => {
  const incident = await server.incident(ann, 'As it was.');
  const room = server.room(context, ann, incident);
  await until('live', () => room.state === 'live');
  const answer = await freeze(incident);
  assert.equal(answer.status, 200, answer.text);
  await until('frozen', () => room.state === 'readOnly', 2000);
  assert.equal(room.reason, 'frozen');
  room.text('summary.text').insert(0, 'Too late. ');
  assert.equal(room.state, 'late');
  assert.equal(await server.summary(ann, incident), 'As it was.');
});

test('text written offline before a freeze comes after it: it is offered, not entered, and can be entered when the document is open again', async (context) => {
  const incident = await server.incident(ann, 'As it was.');
  const store = memoryStore();
  const before = server.room(context, ann, incident, store);
  await until('live', () => before.state === 'live');
  await before.close();

  const offline = server.offlineRoom(context, ann, incident, store);
  await offline.room.loaded;
  await until('offline', () => offline.room.state === 'offline');
  offline.room.text('summary.text').insert(0, 'Written in the train. ');
  assert.equal(offline.room.saved, false);
  await freeze(incident);
  offline.connect();
  await until('late', () => offline.room.state === 'late');
  assert.equal(offline.room.reason, 'frozen');
  const late = [{ path: 'summary.text', yours: 'Written in the train. As it was.', theirs: 'As it was.' }];
  assert.deepEqual(offline.room.late, late);
  assert.equal(offline.room.saved, false);
  await offline.room.close();

  const reloaded = server.room(context, ann, incident, store);
  await until('still late after a reload', () => reloaded.state === 'late');
  assert.deepEqual(reloaded.late, late);
  assert.equal(await server.summary(ann, incident), 'As it was.');
  assert.equal(reloaded.enterLate(), false, 'not while it is frozen');

  const reopened = await owner.call('POST', `/incidents/${incident}/reopen`, { reason: 'late text' });
  assert.equal(reopened.status, 200, reopened.text);
  await until('entered', () => reloaded.enterLate());
  assert.equal(reloaded.state, 'live');
  await until('saved', () => reloaded.saved);
  await until('written', async () => (await server.summary(ann, incident)) === 'Written in the train. As it was.');
});

test('of what is written while a document freezes, each word is either kept or offered', async (context) => {
  const incident = await server.incident(ann, 'x');
  const [room, reader] = [server.room(context, ann, incident), server.room(context, ben, incident)];
  await until('live', () => room.state === 'live' && reader.state === 'live');
  const freezing = freeze(incident);
  let marks = 0;
  for (; marks < 400 && room.state === 'live'; marks += 1) {
    room.text('summary.text').insert(0, `<${marks}>`);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await freezing;
  await until('frozen', () => reader.state === 'readOnly' && ['late', 'readOnly'].includes(room.state));
  room.text('summary.text').insert(0, `<${marks}>`);
  await until('late', () => room.state === 'late');
  const [late] = room.late;
  await until('as the others see it', () => late !== undefined && summaryOf(reader) === room.late[0]?.theirs);
  for (let mark = 0; mark <= marks; mark += 1) assert.ok(room.late[0]?.yours.includes(`<${mark}>`), `${mark}`);
  await room.dropLate();
  assert.equal(summaryOf(room), summaryOf(reader));
});

const restrict = (incident: string) =>
  owner.call('PUT', `/incidents/${incident}/visibility`, { visibility: 'restricted', members: [ann.personId] });

test('one who loses access while writing is told, and nothing stays on their machine', async (context) => {
  const incident = await server.incident(ann, 'Secret.');
  const store = memoryStore();
  const [one, two] = [server.room(context, ann, incident), server.room(context, ben, incident, store)];
  await until('live', () => one.state === 'live' && two.state === 'live');
  two.text('summary.text').insert(0, 'In time: ');
  await until('saved', () => two.saved);
  const { status } = await restrict(incident);
  assert.equal(status, 200);
  await until('refused', () => two.state === 'refused', 2000);
  assert.deepEqual([two.reason, two.late, store.size()], ['denied', [], 0]);
  assert.equal(one.state, 'live');
  await until('kept', async () => (await server.summary(ann, incident)) === 'In time: Secret.');
});

test('what somebody wrote offline before they lost access is offered to them once more, then it is gone', async (context) => {
  const incident = await server.incident(ann, 'Secret.');
  const store = memoryStore();
  const before = server.room(context, ben, incident, store);
  await until('live', () => before.state === 'live');
  await before.close();
  const { room, connect } = server.offlineRoom(context, ben, incident, store);
  await until('offline', () => room.state === 'offline');
  room.text('summary.text').insert(0, 'My words. ');
  await restrict(incident);
  connect();
  await until('refused', () => room.state === 'refused');
  assert.deepEqual(room.late, [{ path: 'summary.text', yours: 'My words. Secret.', theirs: 'Secret.' }]);
  assert.ok(store.size() > 0);
  await room.dropLate();
  assert.deepEqual([store.size(), room.late], [0, []]);
  assert.equal(await server.summary(ann, incident), 'Secret.');
});

test('who becomes a viewer while writing, and who is disabled, can write no more within seconds', async (context) => {
  const incident = await server.incident(ann, 'x');
  const cho = await server.person('editor', 'Cho');
  const room = server.room(context, cho, incident);
  await until('live', () => room.state === 'live');
  const { rows } = await database.query<{ version: number }>({
    text: 'select version from person where id = $1',
    values: [cho.personId],
  });
  const changed = await owner.call('PATCH', `/people/${cho.personId}`, { role: 'viewer', seen: rows[0]?.version });
  assert.equal(changed.status, 200, changed.text);
  await until('viewer', () => room.state === 'readOnly', 3000);
  const disabled = await owner.call('POST', `/people/${cho.personId}/disable`, {});
  assert.equal(disabled.status, 200, disabled.text);
  await until('sent away', () => room.state === 'refused', 3000);
  assert.equal(room.reason, 'signedOut');
});
