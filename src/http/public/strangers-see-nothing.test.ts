import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testServer } from '../../../test/server/server.ts';

const server = await testServer();
const owner = await server.person('owner', 'Olga Own');
/** A word of each incident that no page of ours has. */
const mark = (name: string) => `Zq${name}zq`;
const states = ['draft', 'inReview', 'approved', 'published', 'archived'] as const;
const visibilities = ['internal', 'restricted', 'published'] as const;

const ids: string[] = [];
for (const status of states)
  for (const visibility of visibilities) {
    const word = mark(`${status}${visibility}`);
    const record = { incident: { title: word, services: word }, summary: { text: word }, actions: [{ text: word }] };
    const { id } = (await owner.call('POST', '/incidents', { record })).json as unknown as { id: string };
    ids.push(id);
    await server.around.database.query({
      text: 'update incident set status = $2, visibility = $3 where id = $1',
      values: [id, status, visibility],
    });
  }
const set = (name: string, value: unknown) => owner.call('PATCH', `/settings/${name}`, { value, seen: 0 });

/** Every address that the server answers, with each incident, its number and things that may be guessed in place of a parameter. */
function addresses(): string[] {
  const guesses = [
    ...ids,
    ...ids.map((_, index) => `INC-${index + 1}`),
    ...ids.map((_, index) => `inc-${index + 1}-zq`),
  ];
  const paths = server.app.routes.filter(({ method }) => method === 'GET' || method === 'ALL').map(({ path }) => path);
  return [...new Set(paths)].flatMap((path) =>
    /[:{*]/.test(path)
      ? guesses.map((guess) => path.replace(/:\w+(?:\{[^}]*\})?|\*/, guess).replaceAll(/:\w+(?:\{[^}]*\})?|\*/g, '1'))
      : [path],
  );
}

const leaks = async () => {
  const found: string[] = [];
  for (const path of addresses()) {
    const response = await server.app.request(path, { signal: AbortSignal.timeout(5000) });
    const isEndless = /event-stream/.test(response.headers.get('content-type') ?? '');
    const text = isEndless ? '' : await response.text();
    if (/Zq\w+zq/.test(text)) found.push(`${path} ${response.status}: ${/Zq\w+zq/.exec(text)?.[0]}`);
  }
  return found;
};

test('a stranger finds nothing of any incident at any address, whatever its status and visibility', async () => {
  assert.ok(addresses().length > 500);
  assert.deepEqual(await leaks(), []);
});

test('nor on the status page once it is on: what was told stands there, in the words that were written for it', async () => {
  await set('status.on', true);
  const statusPage = { status: 'investigating', impact: 'minor' };
  const message = { stage: 'initial', subject: 'It is slow', text: 'It is slow.', statusPage };
  assert.equal((await owner.call('POST', `/incidents/${ids[0]}/announcements`, message)).status, 200);
  assert.match(await (await server.app.request('/status')).text(), /It is slow\./);
  assert.deepEqual(await leaks(), []);
});
