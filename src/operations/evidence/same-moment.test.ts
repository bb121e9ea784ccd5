import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { testServer } from '../../../test/server/server.ts';

const server = await testServer();
const ann = await server.person('editor');
const approver = await server.person('approver');

const newIncident = async () =>
  `/incidents/${(await ann.call('POST', '/incidents', { title: 'Checkout' })).json['id']}`;
const itemsOf = async (incident: string) =>
  (await ann.call('GET', `${incident}/evidence`)).json as unknown as { items: { id: string }[] };
const alertmanager = readFileSync(
  path.resolve(import.meta.dirname, '../../../examples/checkout-outage/alertmanager.json'),
  'utf8',
);

/** Sends bytes as long as the generator gives some. */
const upload = (incident: string, pieces: AsyncGenerator<Uint8Array>) =>
  server.app.request(`/api/v1${incident}/evidence?name=long.bin`, {
    method: 'POST',
    body: ReadableStream.from(pieces),
    duplex: 'half',
    headers: ann.credentials,
  } as RequestInit);

test('an upload during which its incident is archived or restricted attaches nothing', async () => {
  const admin = await server.person('admin');
  for (const [by, method, change, body, code] of [
    [approver, 'POST', 'archive', {}, 'access.denied'],
    [admin, 'PUT', 'visibility', { visibility: 'restricted' }, 'incident.not-found'],
  ] as const) {
    const incident = await newIncident();
    async function* pieces() {
      yield Buffer.from('first half');
      assert.equal((await by.call(method, `${incident}/${change}`, body)).status, 200);
      yield Buffer.from('second half');
    }
    const answer = (await (await upload(incident, pieces())).json()) as { code: string };
    assert.equal(answer.code, code);
    const { items } = (await admin.call('GET', `${incident}/evidence`)).json as unknown as { items: object[] };
    assert.deepEqual(items, []);
  }
});

test('the same bytes that come several times at once are attached once, and all are told so', async () => {
  const incident = await newIncident();
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => ann.call('POST', `${incident}/evidence?name=same.txt`, 'the same bytes')),
  );
  const { items } = await itemsOf(incident);
  assert.equal(items.length, 1);
  assert.deepEqual(
    answers.map(({ json }) => json['id']),
    answers.map(() => items[0]?.id),
  );
});

test('an original that several draft from at once is in the timeline once', async () => {
  const incident = await newIncident();
  const { json } = await ann.call('POST', `${incident}/evidence?name=alertmanager.json`, alertmanager);
  const drafts = await Promise.all(
    Array.from({ length: 4 }, () => ann.call('POST', `${incident}/evidence/${json['sha256']}/draft`)),
  );
  assert.deepEqual(
    drafts.map(({ status }) => status),
    [200, 200, 200, 200],
  );
  const added = drafts.flatMap(({ json: { ids } }) => ids as unknown as string[]);
  const { record } = (await ann.call('GET', incident)).json as unknown as { record: { timeline: object[] } };
  assert.equal(record.timeline.length, added.length);
  const first = drafts.filter(({ json: { ids } }) => (ids as unknown as string[]).length > 0);
  assert.equal(first.length, 1);
});
