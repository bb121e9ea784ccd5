import assert from 'node:assert/strict';
import { after, test, type TestContext } from 'node:test';
import { storedOperations } from '../../src/operations/stored.ts';
import { openDatabase } from '../../src/store/database.ts';
import type { LiveRoom } from '../../web/live/room.ts';
import { testDatabase } from '../server/database.ts';
import { liveServer, until } from './live.ts';

// Nothing is written to the record by itself here: what is there was asked for.
const never = 600_000;
const times = { pause: never, latest: never, forOthers: never, look: never, idle: never, beat: never };
const { where } = await testDatabase();
const database = openDatabase(where);
const here = await liveServer({ database }, times);
const there = await liveServer({ database }, times);
after(() => database.close());
const ann = await here.person('editor', 'Ann');

async function saved(context: TestContext, incident: string, text: string): Promise<LiveRoom> {
  const room = here.room(context, ann, incident);
  await until('live', () => room.state === 'live');
  room.text('summary.text').insert(0, text);
  await until('saved', () => room.saved);
  return room;
}
const get = async (server: typeof here, path: string): Promise<string> => {
  const answer = await server.app.request(`/api/v1${path}`, { headers: ann.credentials });
  assert.equal(answer.status, 200, path);
  return answer.text();
};

test('a document holds what was called saved the moment before, from whatever process it is asked', async (context) => {
  const incident = await here.incident(ann);
  const room = await saved(context, incident, 'The pool was full.');
  assert.equal(await here.summary(ann, incident), undefined, 'the record is behind');
  assert.match(await get(here, `/incidents/${incident}/document?format=md`), /The pool was full\./);
  assert.equal(await here.summary(ann, incident), 'The pool was full.');
  room.text('summary.text').insert(0, 'On Friday: ');
  await until('saved', () => room.saved);
  assert.match(await get(there, `/incidents/${incident}/document?format=md`), /On Friday: The pool was full\./);
  room.text('summary.text').insert(0, 'Again. ');
  await until('saved', () => room.saved);
  assert.match(await get(there, `/incidents/${incident}/document?format=md`), /Again\. On Friday: /);
  assert.deepEqual(
    (await here.written(incident)).map(({ authors }) => authors),
    Array.from({ length: 3 }, () => [`person:${ann.personId}`]),
  );
});

test('a version holds what was called saved the moment before it was made, and nothing changes after', async (context) => {
  const record = {
    incident: { title: 'Down', date: '2026-10-14', severity: 'CRITICAL' },
    rootCause: { primary: 'A pool of four.' },
  };
  const made = await ann.call('POST', '/incidents', { record, template: 'enterprise' });
  const incident = String(made.json['id']);
  const gate = () => get(here, `/incidents/${incident}/gate`);
  assert.match(await gate(), /summary/, 'what is missing');
  await saved(context, incident, 'Written before the review.');
  assert.doesNotMatch(await gate(), /summary/, 'is not missing any more');
  const moved = await ann.call('POST', `/incidents/${incident}/submit`, {});
  assert.equal(moved.status, 200, moved.text);
  assert.match(await get(here, `/incidents/${incident}/versions/1`), /Written before the review\./);
  const { json } = await ann.call('GET', `/incidents/${incident}`);
  assert.equal(json['sha256'], moved.json['sha256']);
});

test('the page to read holds it, too', async (context) => {
  const incident = await here.incident(ann);
  await saved(context, incident, 'For those who only read.');
  const page = await here.app.request(`/read/${incident}`, { headers: ann.credentials });
  assert.match(await page.text(), /For those who only read\./);
});

test('every operation that reads a whole incident for good says so', () => {
  const settled = storedOperations.filter((operation) => operation.settled).map(({ name }) => name);
  const moves = storedOperations.filter(({ name }) => name.startsWith('lifecycle.')).map(({ name }) => name);
  assert.ok(moves.length > 4);
  const readers = ['incident.document', 'incident.bundle', 'signoff.prepare', 'signoff.sign', 'version.diff'];
  for (const name of [...moves, ...readers, 'publication.preview', 'publication.publish', 'record.apply'])
    assert.ok(settled.includes(name), `${name} would read a text that is ten seconds old`);
});
