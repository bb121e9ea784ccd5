import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testServer } from '../../../test/server/server.ts';
import { sequenceBatch } from '../../store/ledger/sequence-batch.ts';

const server = await testServer();
const admin = await server.person('admin');
const viewer = await server.person('viewer');

test('pages of what somebody did tell nothing of incidents that the reader does not see, not even a number', async () => {
  for (const visibility of ['restricted', 'internal', 'restricted', 'internal', 'restricted'])
    await admin.call('POST', '/incidents', { title: 'One of five', visibility });
  const client = await server.around.database.connect();
  while ((await sequenceBatch(client)) > 0);
  await client.end();
  for (const limit of [1, 2, 100]) {
    const seen: number[] = [];
    for (let after = -1; ;) {
      const query = `actor=person:${admin.personId}&operation=incident.create&limit=${limit}&after=${after}`;
      const { json } = await viewer.call('GET', `/ledger/entries?${query}`);
      seen.push(...(json['items'] as unknown as { seq: number }[]).map(({ seq }) => seq));
      if (json['next'] === undefined) break;
      after = json['next'];
      assert.equal(after, seen.at(-1));
    }
    assert.deepEqual(seen, [1, 3]);
  }
});

test('the newest come first when that is asked for, and pages by time tell nothing of what the reader does not see', async () => {
  const all: number[] = [];
  for (let query = 'order=newest&limit=2'; query !== '';) {
    const { json } = await admin.call('GET', `/ledger/entries?${query}`);
    all.push(...(json['items'] as unknown as { seq: number }[]).map(({ seq }) => seq));
    query = json['next'] === undefined ? '' : `order=newest&limit=2&before=${String(json['next'])}`;
  }
  assert.deepEqual(all, [4, 3, 2, 1, 0]);
  const { json } = await admin.call('GET', '/ledger/entries');
  const at = (json['items'] as unknown as { at: string }[]).map((item) => item.at);
  for (const order of ['oldest', 'newest']) {
    const answer = await viewer.call('GET', `/ledger/entries?since=${at[1]}&until=${at[2]}&order=${order}`);
    const seen = (answer.json['items'] as unknown as { seq: number; at?: string }[]).filter(
      (item) => item.at === undefined || item.at > (at[2] ?? '') || item.at < (at[1] ?? ''),
    );
    assert.deepEqual([answer.status, seen], [200, []]);
    assert.ok((answer.json['items'] as unknown as unknown[]).length >= 1);
  }
  assert.equal((await viewer.call('GET', '/ledger/entries?since=yesterday')).status, 400);
});

test('a page of long payloads is cut before they are too much for the memory, and the next goes on behind it', async () => {
  const record = { summary: { text: 'x'.repeat(6_000_000) } };
  const { json } = await admin.call('POST', '/incidents', { title: 'Long', record });
  const incident = `/incidents/${json['id']}`;
  for (const seen of [1, 2, 3])
    await admin.call('PATCH', `${incident}/record/summary`, { set: { text: String(seen).repeat(6_000_000) }, seen });
  const client = await server.around.database.connect();
  while ((await sequenceBatch(client)) > 0);
  await client.end();
  for (const query of [`incident=${json['id']}`, `incident=${json['id']}&actor=person:${admin.personId}`]) {
    const pages: number[] = [];
    for (let after: number | undefined = -1; after !== undefined;) {
      const page = (await admin.call('GET', `/ledger/entries?${query}&after=${after}`)).json as unknown as {
        items: { payload: string }[];
        next?: number;
      };
      pages.push(page.items.length);
      after = page.next;
    }
    assert.deepEqual(pages, [3, 1]);
  }
});
