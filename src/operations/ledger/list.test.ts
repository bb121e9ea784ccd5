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
