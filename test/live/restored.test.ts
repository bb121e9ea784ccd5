import assert from 'node:assert/strict';
import { test } from 'node:test';
import { liveServer, summaryOf, until } from './live.ts';

const server = await liveServer();
const ann = await server.person('owner', 'Ann');
const ben = await server.person('editor', 'Ben');

const enough = {
  summary: { text: 'The pool was full.' },
  incident: { title: 'Checkout down', severity: 'HIGH' },
};

/** An incident with a version 1, in a template that asks for nothing. */
async function kept(): Promise<string> {
  const source =
    '---\nname: plain\nrequired: [summary.text]\n---\n# {{incident.title}}\n\n## Summary\n\n{{summary.text}}\n';
  await ann.call('POST', '/templates', { source });
  const { json } = await ann.call('POST', '/incidents', { record: enough, template: 'plain' });
  const id = String(json['id']);
  assert.equal((await ann.call('POST', `/incidents/${id}/submit`)).status, 200);
  return id;
}

test('who writes sees a version that is restored at once, told whose doing that is; what is restored includes what was just typed', async (context) => {
  const incident = await kept();
  const room = server.room(context, ben, incident);
  await until('live', () => room.state === 'live');
  const told: unknown[] = [];
  room.on('changedBy', ({ path, kind, name }) => told.push({ path, kind, name }));
  room.text('summary.text').insert(0, 'Since Friday. ');
  await until('saved', () => room.saved);
  const answer = await ann.call('POST', `/incidents/${incident}/versions/1/restore`, {});
  assert.equal(answer.status, 200, answer.text);
  await until('restored', () => summaryOf(room) === 'The pool was full.');
  await until('told', () => told.length > 0);
  assert.deepEqual(told, [{ path: 'summary.text', kind: 'person', name: 'Ann' }]);
  assert.equal(await server.summary(ann, incident), 'The pool was full.');
  // What Ben typed a moment before lies in the version that was kept of what was there.
  const number = answer.json['kept'];
  assert.equal((await ann.call('POST', `/incidents/${incident}/versions/${number}/restore`, {})).status, 200);
  await until('taken back', () => summaryOf(room) === 'Since Friday. The pool was full.');
});

test('what is typed on while a version is restored is not lost', async (context) => {
  const incident = await kept();
  const [one, two] = [server.room(context, ann, incident), server.room(context, ben, incident)];
  await until('both live', () => one.state === 'live' && two.state === 'live');
  two.text('summary.text').insert(two.text('summary.text').length, ' Nobody saw it.');
  await until('in the record', async () => (await server.summary(ann, incident))?.endsWith('saw it.'));
  const restoring = ann.call('POST', `/incidents/${incident}/versions/1/restore`, {});
  two.text('summary.text').insert(0, 'On Friday: ');
  assert.equal((await restoring).status, 200);
  await until('both the same', () => summaryOf(one) === summaryOf(two) && !summaryOf(two).includes('Nobody'));
  await until('in the record', async () => (await server.summary(ann, incident)) === summaryOf(two));
  assert.match(summaryOf(two), /The pool was full\.$/);
});
