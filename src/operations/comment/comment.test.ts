import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Caller, testServer } from '../../../test/server/server.ts';
import type { Thread } from './thread.ts';

const server = await testServer();
const { database } = server.around;
const ann = await server.person('editor', 'Ann Example');
const ben = await server.person('viewer', 'Ben Okafor');
const admin = await server.person('admin', 'Ada');
const agent = await server.token('editor');

const summary = 'The pool was full at ten. Nobody was paged.';

async function newIncident(record: object = {}): Promise<string> {
  const made = await ann.call('POST', '/incidents', {
    record: { incident: { title: 'Down' }, summary: { text: summary }, ...record },
  });
  assert.equal(made.status, 201, made.text);
  return String(made.json['id']);
}
async function done(by: Caller, method: string, path: string, body?: object): Promise<Record<string, never>> {
  const answer = await by.call(method, path, body);
  assert.ok(answer.status < 300, answer.text);
  return answer.json;
}
const comment = async (by: Caller, id: string, body: object) =>
  String((await done(by, 'POST', `/incidents/${id}/comments`, body))['id']);
const threads = async (id: string, query = '') =>
  ((await done(ben, 'GET', `/incidents/${id}/comments${query}`)) as unknown as { items: Thread[] }).items;
const code = async (by: Caller, method: string, path: string, body?: object) =>
  (await by.call(method, path, body)).json['code'];
const textOf = async (id: string) =>
  ((await done(ann, 'GET', `/incidents/${id}`))['record'] as unknown as { summary?: { text?: string } }).summary?.text;
const setSummary = async (id: string, text: string) => {
  const { versions } = (await done(ann, 'GET', `/incidents/${id}`)) as unknown as { versions: { summary: number } };
  await done(ann, 'PATCH', `/incidents/${id}/record/summary`, { set: { text }, seen: versions.summary });
};

test('comments speak of the whole, of a place or of words, and are listed with their replies, authors and mentions', async () => {
  const id = await newIncident({ timeline: [{ at: '2026-01-01T10:00Z', precision: 'instant', text: 'Full' }] });
  const { versions } = (await done(ann, 'GET', `/incidents/${id}`)) as unknown as {
    versions: { timeline: { id: string }[] };
  };
  const whole = await comment(ben, id, { text: 'Well written. @Ann Example?' });
  await comment(agent, id, { path: 'summary.text', quote: 'Nobody', text: 'Who was on call?' });
  await comment(ann, id, { path: `timeline/${versions.timeline[0]?.id}.text`, text: 'Says who?' });
  await done(ann, 'POST', `/incidents/${id}/comments/${whole}/replies`, { text: 'Thanks @Ben Okafor!' });
  const [first, second, third] = await threads(id);
  assert.deepEqual(
    first?.comments.map(({ author, text, mentions }) => [
      author.name,
      author.kind,
      text,
      mentions.map(({ name }) => name),
    ]),
    [
      ['Ben Okafor', 'person', 'Well written. @Ann Example?', ['Ann Example']],
      ['Ann Example', 'person', 'Thanks @Ben Okafor!', ['Ben Okafor']],
    ],
  );
  assert.deepEqual([first?.place, second?.comments[0]?.author.kind, third?.standing], [null, 'agent', 'there']);
  const { positions: _, ...quote } = second?.place?.quote ?? { positions: undefined };
  assert.deepEqual(quote, { text: 'Nobody', before: 'The pool was full at ten. ', after: ' was paged.', from: 26 });
});

test('what a comment speaks of is found after edits elsewhere, reads changed, and is gone', async () => {
  const id = await newIncident();
  await comment(ann, id, { path: 'summary.text', quote: 'Nobody was paged', text: 'Why?' });
  const standing = async () => (await threads(id))[0]?.standing;
  await setSummary(id, `At first: ${summary}`);
  assert.equal(await standing(), 'there');
  await setSummary(id, `At first: ${summary.replace('Nobody was paged', 'No one was called')}`);
  assert.equal(await standing(), 'changed');
  await setSummary(id, 'Something else altogether.');
  assert.equal(await standing(), 'gone');
  assert.equal((await threads(id))[0]?.place?.quote?.text, 'Nobody was paged');
});

test('a suggestion is applied as an edit of who applied it, told by history, and taken back by opening it again', async () => {
  const id = await newIncident();
  const suggestion = await comment(ben, id, { path: 'summary.text', quote: 'Nobody', replacement: 'No one on call' });
  await setSummary(id, `First: ${summary}`);
  await done(ann, 'POST', `/incidents/${id}/comments/${suggestion}/apply`);
  assert.equal(await textOf(id), 'First: The pool was full at ten. No one on call was paged.');
  const [thread] = await threads(id);
  assert.deepEqual([thread?.state, thread?.settled?.by.name], ['applied', 'Ann Example']);
  const { rows } = await database.query<{ subject: string; actor: string }>({
    text: `select subject, actor from entry where operation = 'comment.apply' and incident_id = $1`,
    values: [id],
  });
  assert.deepEqual(rows, [{ subject: 'summary', actor: `person:${ann.personId}` }]);
  assert.equal(await code(ann, 'POST', `/incidents/${id}/comments/${suggestion}/apply`), 'comment.settled');
  await done(ann, 'POST', `/incidents/${id}/comments/${suggestion}/reopen`);
  assert.equal(await textOf(id), `First: ${summary}`);
  assert.equal((await threads(id))[0]?.state, 'open');
});

test('a suggestion whose words have changed is refused with both, and changes nothing', async () => {
  const id = await newIncident();
  const suggestion = await comment(ben, id, { path: 'summary.text', quote: 'Nobody', replacement: 'No one' });
  await setSummary(id, summary.replace('Nobody', 'Somebody'));
  const refused = await ann.call('POST', `/incidents/${id}/comments/${suggestion}/apply`);
  assert.equal(refused.status, 409);
  assert.deepEqual(refused.json['data'], { path: 'summary.text', quoted: 'Nobody', now: 'Somebody', wanted: 'No one' });
  assert.equal(await textOf(id), summary.replace('Nobody', 'Somebody'));
  assert.equal((await threads(id))[0]?.state, 'open');
});

test('a suggestion may take words out, and that is taken back where they stood', async () => {
  const id = await newIncident();
  const cut = await comment(ann, id, {
    path: 'summary.text',
    quote: ' Nobody was paged.',
    replacement: '',
    text: 'Not so.',
  });
  await done(ann, 'POST', `/incidents/${id}/comments/${cut}/apply`);
  assert.equal(await textOf(id), 'The pool was full at ten.');
  await done(ann, 'POST', `/incidents/${id}/comments/${cut}/reopen`);
  assert.equal(await textOf(id), summary);
});

test('of two who settle one suggestion at once, one does', async () => {
  const id = await newIncident();
  const suggestion = await comment(ann, id, { path: 'summary.text', quote: 'Nobody', replacement: 'No one' });
  const ways = ['apply', 'decline', 'apply', 'decline'];
  const answers = await Promise.all(
    ways.map((way) => ann.call('POST', `/incidents/${id}/comments/${suggestion}/${way}`)),
  );
  const [thread] = await threads(id);
  const won = answers.filter(({ json }) => json['state'] === thread?.state);
  assert.ok(won.length > 0);
  for (const { json } of answers) assert.ok(json['state'] === thread?.state || json['code'] === 'comment.settled');
  assert.equal((await textOf(id))?.includes('No one'), thread?.state === 'applied');
});

test('people edit and remove their own; admins remove any; what others replied stays', async () => {
  const id = await newIncident();
  const one = await comment(ben, id, { text: 'A first thought.' });
  const place = `/incidents/${id}/comments/${one}`;
  await done(ann, 'POST', `${place}/replies`, { text: 'And an answer.' });
  assert.equal(await code(ann, 'PATCH', place, { text: 'Mine now' }), 'access.denied');
  assert.equal(await code(admin, 'PATCH', place, { text: 'Mine now' }), 'access.denied');
  assert.equal(await code(ann, 'DELETE', place), 'access.denied');
  await done(ben, 'PATCH', place, { text: 'A second thought.' });
  assert.deepEqual(
    (await threads(id))[0]?.comments.map(({ text, editedAt }) => [text, editedAt !== null]),
    [
      ['A second thought.', true],
      ['And an answer.', false],
    ],
  );
  await done(admin, 'DELETE', place);
  assert.deepEqual(
    (await threads(id))[0]?.comments.map(({ text, removed }) => [text, removed]),
    [
      ['', true],
      ['And an answer.', false],
    ],
  );
  assert.equal(await code(ben, 'PATCH', place, { text: 'Back' }), 'comment.not-found');
  const reply = (await threads(id))[0]?.comments[1]?.id;
  await done(ann, 'DELETE', `/incidents/${id}/comments/${reply}`);
  assert.deepEqual(await threads(id), []);
});

test('viewers resolve what they began, editors anything; a resolved one is opened again', async () => {
  const id = await newIncident();
  const [own, other] = [await comment(ben, id, { text: 'Mine' }), await comment(ann, id, { text: 'Not mine' })];
  assert.equal(await code(ben, 'POST', `/incidents/${id}/comments/${other}/resolve`), 'access.denied');
  await done(ben, 'POST', `/incidents/${id}/comments/${own}/resolve`);
  await done(ann, 'POST', `/incidents/${id}/comments/${other}/resolve`);
  assert.equal((await threads(id, '?state=open')).length, 0);
  assert.equal(await code(ann, 'POST', `/incidents/${id}/comments/${own}/decline`), 'comment.no-suggestion');
  await done(ann, 'POST', `/incidents/${id}/comments/${own}/reopen`);
  assert.deepEqual(
    (await threads(id, '?state=open')).map((thread) => thread.id),
    [own],
  );
});

test('a comment that makes no sense is refused, and one of another incident is not there', async () => {
  const [id, elsewhere] = [await newIncident(), await newIncident()];
  const add = (body: object) => code(ann, 'POST', `/incidents/${id}/comments`, body);
  assert.equal(await add({ text: '  ' }), 'input.invalid');
  assert.equal(await add({ quote: 'Nobody', text: 'Where?' }), 'input.invalid');
  assert.equal(await add({ path: 'summary.text', replacement: 'x' }), 'input.invalid');
  assert.equal(await add({ path: 'summary.nothing', text: 'x' }), 'record.unknown-field');
  assert.equal(await add({ path: 'timeline', text: 'x' }), 'record.unknown-field');
  assert.equal(await add({ path: 'timeline/none.text', text: 'x' }), 'record.entry-not-found');
  assert.equal(await add({ path: '__proto__.text', text: 'x' }), 'record.unknown-field');
  assert.equal(await add({ path: 'summary.text', quote: 'not there', text: 'x' }), 'comment.unclear');
  assert.equal(await add({ path: 'summary.text', quote: 'a', text: 'x' }), 'comment.unclear');
  const one = await comment(ann, id, { text: 'Here' });
  for (const [method, path, body] of [
    ['POST', `${one}/replies`, { text: 'x' }],
    ['PATCH', one, { text: 'x' }],
    ['DELETE', one, undefined],
    ['POST', `${one}/resolve`, {}],
    ['POST', 'none/resolve', {}],
  ] as const)
    assert.equal(await code(ann, method, `/incidents/${elsewhere}/comments/${path}`, body), 'comment.not-found');
});

test('an archived incident refuses comments, and one that is restricted now hides those it has', async () => {
  const id = await newIncident();
  const one = await comment(ben, id, { text: 'Before' });
  const set = (column: string, value: string) =>
    database.query({ text: `update incident set ${column} = $2 where id = $1`, values: [id, value] });
  await set('status', 'archived');
  assert.equal(await code(admin, 'POST', `/incidents/${id}/comments`, { text: 'After' }), 'access.denied');
  assert.equal(await code(ben, 'DELETE', `/incidents/${id}/comments/${one}`), 'access.denied');
  assert.equal((await threads(id)).length, 1);
  await set('status', 'draft');
  await set('visibility', 'restricted');
  assert.equal(await code(ben, 'GET', `/incidents/${id}/comments`), 'incident.not-found');
  assert.equal(await code(ben, 'POST', `/incidents/${id}/comments`, { text: 'Still?' }), 'incident.not-found');
});

test('what is signed, written and published knows nothing of comments', async () => {
  const id = await newIncident();
  const before = (await ann.call('GET', `/incidents/${id}/document`)).text;
  const gate = async () => JSON.stringify((await ann.call('GET', `/incidents/${id}`)).json['record']);
  const record = await gate();
  await comment(ann, id, { path: 'summary.text', quote: 'Nobody', text: 'between us', replacement: 'No one' });
  assert.equal((await ann.call('GET', `/incidents/${id}/document`)).text, before);
  assert.equal(await gate(), record);
});
