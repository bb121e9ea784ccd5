import assert from 'node:assert/strict';
import { test } from 'node:test';
import { indexing } from '../../../test/server/indexing.ts';
import { testDatabase } from '../../../test/server/database.ts';
import { testServer } from '../../../test/server/server.ts';
import { openDatabase } from '../../store/database.ts';
import { heldSearch, keepUpSearch } from './held-search.ts';

const { database, where } = await testDatabase();
const server = await testServer({ database });
const settled = indexing(database);
const ann = await server.person('editor', 'Ann');
const make = async (title: string) => {
  const { status, text } = await ann.call('POST', '/incidents', { title });
  assert.equal(status, 201, text);
  await settled();
};
const totalOf = async (words: string): Promise<number> => {
  const { ask } = await heldSearch(database);
  return (await ask('search', { words, chosen: new Map(), hidden: [], from: 0, limit: 20, facets: [] })).total;
};

test('while nobody has searched and there is little to read, nothing is held', async () => {
  await make('Checkout is slow');
  await keepUpSearch(database);
  assert.deepEqual((process.report.getReport() as { workers?: unknown[] }).workers, []);
});

test('a search sees everything that was indexed before', async () => {
  for (let count = 1; count <= 5; count += 1) {
    assert.equal(await totalOf('slow '), count);
    await make(`Login ${count} is slow`);
  }
});

test('who searches after the thread has ended is answered by a new one', async () => {
  const { ask, end } = await heldSearch(database);
  await end();
  await assert.rejects(ask('recurring', { facet: 'service', most: 5, hidden: [] }), /begins anew/);
  assert.equal(await totalOf('slow '), 6);
  assert.equal((await heldSearch(database)).whole, true);
});

test('several who search at once are answered by one thread, also the first ones', async () => {
  await (await heldSearch(database)).end();
  const all = await Promise.all(Array.from({ length: 5 }, () => heldSearch(database)));
  await Promise.all(all.map(({ ask }) => ask('recurring', { facet: 'service', most: 5, hidden: [] })));
  assert.equal(new Set(all.map(({ ask }) => ask)).size, 1);
});

test('the thread ends with its database', async () => {
  const own = openDatabase(where);
  const { ask } = await heldSearch(own);
  await own.close();
  await assert.rejects(ask('recurring', { facet: 'service', most: 5, hidden: [] }), /begins anew/);
});
