import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { LedgerError } from '../ledger-error.ts';
import { plainHash } from '../sha256/plain.ts';
import { treeInMemory } from '../tree/levels.ts';
import { consistencyProof, inclusionProof, rootOf } from '../tree/proofs.ts';
import { appendEntries } from './append.ts';
import { type Tile, type TileId, tileKey } from './layout.ts';
import { storedConsistencyProof, storedInclusionProof, storedRoot } from './proofs.ts';

/** Tiles as a table keeps them. */
function tileStore() {
  const rows = new Map<string, Uint8Array>();
  let reads = 0;
  return {
    rows,
    reads: () => reads,
    read: async (tiles: TileId[]) => {
      reads++;
      return tiles.map((tile) => rows.get(tileKey(tile)));
    },
    write: (tiles: Tile[]) => tiles.forEach((tile) => rows.set(tileKey(tile), tile.hashes)),
  };
}

const digests = (count: number) =>
  Uint8Array.from({ length: 32 * count }, (_, index) => (index * 31 + Math.floor(index / 32)) & 255);
const all = digests(3000);
const tree = treeInMemory(plainHash.leaves(all));
const hex = (hashes: Uint8Array[]) => hashes.map((hash) => Buffer.from(hash).toString('hex'));

async function grown(batches: number[]) {
  const store = tileStore();
  let size = 0;
  for (const batch of batches) {
    const appended = await appendEntries(size, all.subarray(32 * size, 32 * (size + batch)), store.read);
    store.write(appended.tiles);
    size = appended.size;
    assert.deepEqual(hex([appended.root]), hex([rootOf(size, tree)]));
  }
  return { store, size };
}

test('a tree grown in any batches has the root and the proofs of the tree in memory, for every older size too', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(fc.nat(3), fc.nat(70), fc.nat(700)), { minLength: 1, maxLength: 4 }),
      fc.nat(),
      fc.nat(),
      async (batches, one, two) => {
        const { store, size } = await grown([1, ...batches]);
        const older = 1 + (one % size);
        const index = two % older;
        const earlier = 1 + (two % older);
        assert.deepEqual(hex([await storedRoot(older, store.read)]), hex([rootOf(older, tree)]));
        assert.deepEqual(
          hex(await storedInclusionProof(index, older, store.read)),
          hex(inclusionProof(index, older, tree)),
        );
        assert.deepEqual(
          hex(await storedConsistencyProof(earlier, older, store.read)),
          hex(consistencyProof(earlier, older, tree)),
        );
      },
    ),
    { numRuns: 80 },
  );
});

test('the tiles are the same however the entries came, and fit a row of 2 KB', async () => {
  const [one, many] = await Promise.all([grown([2500]), grown([...Array<number>(40).fill(1), 1000, 0, 1460])]);
  assert.deepEqual(one.store.rows, many.store.rows);
  const sizes = [...one.store.rows.values()].map((hashes) => hashes.length);
  assert.equal(Math.max(...sizes), 1984);
});

test('a tile of an older tree is the beginning of the same tile later', async () => {
  const [older, later] = await Promise.all([grown([1045]), grown([2900])]);
  for (const [key, hashes] of older.store.rows)
    assert.deepEqual(later.store.rows.get(key)?.subarray(0, hashes.length), hashes);
});

test('adding one entry to many writes one or two tiles after one read', async () => {
  const { store, size } = await grown([2024]);
  const before = store.reads();
  const { tiles } = await appendEntries(size, all.subarray(0, 32), store.read);
  assert.deepEqual([tiles.length, store.reads() - before], [1, 1]);
});

test('a missing or shortened tile is refused', async () => {
  const { store } = await grown([1000]);
  const refused = (error: unknown) => error instanceof LedgerError && error.code === 'ledger.missing-tile';
  store.rows.set('0/31', (store.rows.get('0/31') as Uint8Array).subarray(32));
  await assert.rejects(appendEntries(1000, all.subarray(0, 32), store.read), refused);
  store.rows.delete('1/0');
  await assert.rejects(storedInclusionProof(5, 1000, store.read), refused);
});
