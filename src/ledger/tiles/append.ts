import { LedgerError } from '../ledger-error.ts';
import { batchHash } from '../sha256/index.ts';
import { rootOf } from '../tree/proofs.ts';
import { peaksOf } from '../tree/ranges.ts';
import { placeOf, type Tile, tileBytes, type TileId, tileKey } from './layout.ts';
import { nodesIn, type ReadTiles, tilesOf } from './read.ts';

/** The tree after leaves were added, and the tiles that changed: each replaces the one of its place, or is new. */
export type Appended = { size: number; root: Uint8Array; tiles: Tile[] };

/**
 * Adds leaves to a tree of `size` leaves. `digests` are the hashes of the entries, 32 bytes each, one after another. At most one old
 * tile a level is read, all in one go.
 * @throws LedgerError `ledger.missing-tile` when a stored tile is not what a tree of that size has
 */
export async function appendEntries(size: number, digests: Uint8Array, readTiles: ReadTiles): Promise<Appended> {
  const grown = size + digests.length / 32;
  if (!Number.isSafeInteger(size) || size < 0 || !Number.isSafeInteger(grown))
    throw new LedgerError('ledger.out-of-range', `${digests.length} bytes are no hashes to add to ${size} entries`);
  const known = await rightEdge(size, readTiles);
  const read = nodesIn(known);
  const changed = new Map<string, Tile>();
  const opened = (tile: TileId): Tile => {
    const key = tileKey(tile);
    const held = changed.get(key) ?? { ...tile, hashes: extended(known.get(key), tileBytes(tile, grown)) };
    changed.set(key, held);
    known.set(key, held.hashes);
    return held;
  };

  let nodes = batchHash().leaves(digests);
  let first = size;
  for (let height = 0; nodes.length > 0; height++) {
    let open: Tile | undefined;
    for (let at = 0; at < nodes.length; at += 32) {
      const place = placeOf({ height, index: first + at / 32 });
      if (open?.index !== place.tile.index) open = opened(place.tile);
      open.hashes.set(nodes.subarray(at, at + 32), place.at);
    }
    // A new parent may have an old left child: the last node of its height so far.
    if (first % 2 === 1) nodes = Buffer.concat([read({ height, index: first - 1 }), nodes]);
    first = Math.floor(first / 2);
    nodes = batchHash().parents(nodes);
  }
  return { size: grown, root: rootOf(grown, read), tiles: [...changed.values()] };
}

/** The tiles on the right edge of a tree: those that hold its peaks, and so all that are not full yet. */
async function rightEdge(size: number, readTiles: ReadTiles): Promise<Map<string, Uint8Array>> {
  const tiles = tilesOf(peaksOf({ from: 0, to: size }));
  const read = tiles.length === 0 ? [] : await readTiles(tiles);
  return new Map(
    tiles.map((tile, position) => {
      const hashes = read[position];
      const bytes = tileBytes(tile, size);
      if (hashes === undefined || hashes.length < bytes)
        throw new LedgerError(
          'ledger.missing-tile',
          `tile ${tileKey(tile)} of a tree of ${size} entries is missing or short`,
        );
      return [tileKey(tile), hashes.subarray(0, bytes)];
    }),
  );
}

function extended(hashes: Uint8Array | undefined, bytes: number): Uint8Array {
  const longer = new Uint8Array(bytes);
  if (hashes !== undefined) longer.set(hashes);
  return longer;
}
