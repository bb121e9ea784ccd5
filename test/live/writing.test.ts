import assert from 'node:assert/strict';
import { test } from 'node:test';
import { liveServer, summaryOf, until } from './live.ts';

const server = await liveServer();
const ann = await server.person('editor', 'Ann');
const ben = await server.person('editor', 'Ben');
const bot = await server.token('editor');

test('a room begins with the text of the record, and two who write at once end with the same text', async (context) => {
  const incident = await server.incident(ann, 'The pool was full.');
  const [one, two] = [server.room(context, ann, incident), server.room(context, ben, incident)];
  await until('both live', () => one.state === 'live' && two.state === 'live');
  assert.equal(summaryOf(one), 'The pool was full.');
  for (let index = 0; index < 20; index += 1) {
    one.text('summary.text').insert(0, 'a');
    two.text('summary.text').insert(two.text('summary.text').length, 'b');
  }
  await until('both saved', () => one.saved && two.saved);
  await until('the same', () => summaryOf(one) === summaryOf(two));
  assert.equal(summaryOf(one), `${'a'.repeat(20)}The pool was full.${'b'.repeat(20)}`);
  await until('in the record', async () => (await server.summary(ann, incident)) === summaryOf(one));
  const written = await server.written(incident);
  assert.deepEqual(written[0]?.authors.toSorted(), [`person:${ann.personId}`, `person:${ben.personId}`].toSorted());
});

test('after the last one left the record holds what the room held', async (context) => {
  const incident = await server.incident(ann);
  const room = server.room(context, ann, incident);
  await until('live', () => room.state === 'live');
  room.text('rootCause.primary').insert(0, 'A missing index.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n');
  room.text('criteriaText').insert(0, 'Anything above five minutes.');
  await until('saved', () => room.saved);
  await room.close();
  const at = performance.now();
  await until('written', async () => {
    const { json } = await ann.call('GET', `/incidents/${incident}`);
    const record = json['record'] as unknown as { rootCause?: { primary?: string }; criteriaText?: string };
    return record.rootCause?.primary?.endsWith('| 1 | 2 |\n') && record.criteriaText?.startsWith('Anything');
  });
  assert.ok(performance.now() - at < 900, 'at once, not after the second that typing waits');
});

test('a change over REST is merged into what is being written, and says whose it is', async (context) => {
  const incident = await server.incident(ann, 'The pool was full. Nobody saw it.');
  const [one, two] = [server.room(context, ann, incident), server.room(context, ben, incident)];
  await until('both live', () => one.state === 'live' && two.state === 'live');
  const told: unknown[] = [];
  two.on('changedBy', ({ path, kind, name }) => told.push({ path, kind, name }));
  one.text('summary.text').insert(0, 'On Friday: ');
  const set = { text: 'The database pool was full. Nobody saw it.' };
  const answer = await bot.call('PATCH', `/incidents/${incident}/record/summary`, { set, seen: 1 });
  assert.equal(answer.status, 200, answer.text);
  const both = 'On Friday: The database pool was full. Nobody saw it.';
  await until('merged', () => summaryOf(one) === both && summaryOf(two) === both);
  await until('in the record', async () => (await server.summary(ann, incident)) === both);
  assert.deepEqual(told, [{ path: 'summary.text', kind: 'agent', name: 'a token' }]);
});

test('cursors are seen with the name of the session, whatever the client says', async (context) => {
  const incident = await server.incident(ann, 'x');
  const [one, two] = [server.room(context, ann, incident), server.room(context, ben, incident)];
  await until('both live', () => one.state === 'live' && two.state === 'live');
  one.awareness.setLocalState({ user: { name: 'The Owner' }, cursor: { anchor: 1, head: 1 } });
  const seen = () => two.awareness.getStates().get(one.awareness.clientID);
  await until('seen', () => seen()?.['cursor'] !== null && seen()?.['cursor'] !== undefined);
  assert.equal(seen()?.['user'].name, 'Ann');
  await one.close();
  await until('gone', () => seen() === undefined);
});

test('how long a key takes to the other editor', async (context) => {
  const incident = await server.incident(ann, 'x');
  const [one, two] = [server.room(context, ann, incident), server.room(context, ben, incident)];
  await until('both live', () => one.state === 'live' && two.state === 'live');
  const taken: number[] = [];
  for (let index = 0; index < 300; index += 1) {
    const text = two.text('summary.text');
    const { promise: arrived, resolve } = Promise.withResolvers<void>();
    const look = () => text.length === index + 2 && resolve();
    text.observe(look);
    const start = performance.now();
    one.text('summary.text').insert(0, 'k');
    await arrived;
    text.unobserve(look);
    taken.push(performance.now() - start);
  }
  const sorted = taken.toSorted((a, b) => a - b);
  const [p50, p95] = [sorted[150] ?? 0, sorted[285] ?? 0];
  context.diagnostic(`p50 ${p50.toFixed(2)} ms, p95 ${p95.toFixed(2)} ms`);
  assert.ok(p95 < 40, `${p95}`);
});
