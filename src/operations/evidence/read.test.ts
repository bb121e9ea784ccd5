import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testServer } from '../../../test/server/server.ts';

const server = await testServer();
const ann = await server.person('editor');
const incident = String((await ann.call('POST', '/incidents', { title: 'Read' })).json['id']);

type Read = { lines: string[]; next?: number; masked: number };

async function attached(name: string, content: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const answer = await server.app.request(`/api/v1/incidents/${incident}/evidence?name=${name}`, {
    method: 'POST',
    headers: { ...ann.credentials, 'content-type': 'application/octet-stream' },
    body: content,
  });
  const { id } = (await answer.json()) as { id: string };
  return id;
}
const read = async (id: string, query = '') =>
  (await ann.call('GET', `/incidents/${incident}/evidence/${id}/lines${query}`)).json as unknown as Read;

test('a text is read line by line, on from where it ended', async () => {
  const id = await attached('log.txt', Array.from({ length: 1000 }, (_, line) => `line ${line + 1}`).join('\r\n'));
  const first = await read(id);
  assert.deepEqual([first.lines.length, first.lines[0], first.next], [400, 'line 1', 401]);
  const last = await read(id, '?from=801&lines=400');
  assert.deepEqual([last.lines[0], last.lines.length, last.next], ['line 801', 200, undefined]);
  assert.deepEqual((await read(id, '?from=2000')).lines, ['']);
});

test('one answer stays short, whatever the lines are', async () => {
  const id = await attached('long.txt', `${'x'.repeat(5_000_000)}\n`.repeat(3) + 'end');
  const { lines, next } = await read(id);
  assert.deepEqual([lines.map(({ length }) => length), next], [[2001, 2001, 2001, 3], undefined]);
  const many = await attached('many.txt', `${'y'.repeat(1999)}\n`.repeat(100));
  const part = await read(many, '?lines=2000');
  assert.ok(part.lines.length <= 30 && part.next === part.lines.length + 1);
});

test('secrets are masked and counted, and what is no text is refused', async () => {
  const secret = ['hunter', '2'].join('');
  const id = await attached('env.txt', `started\npassword=${secret}\nready`);
  const { lines, masked } = await read(id);
  assert.deepEqual([lines.length, lines[0], lines[2], masked], [3, 'started', 'ready', 1]);
  assert.ok(!lines.join('').includes(secret));
  const binary = await attached('dump.bin', new Uint8Array([1, 0, 2, 0]));
  const refused = await ann.call('GET', `/incidents/${incident}/evidence/${binary}/lines`);
  assert.equal(refused.json['code'], 'evidence.unreadable');
});
