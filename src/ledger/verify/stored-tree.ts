import { sameHash } from '../tree/node-hash.ts';
import { type ReadTiles, readTilesOf, storedHash } from '../tiles/read.ts';
import { pieceSize } from './growing-tree.ts';

const pieceHeight = Math.log2(pieceSize);

/**
 * The number of the first leaf of a piece that the stored tree has otherwise or lacks, or `undefined`. Of a full piece, one hash is
 * compared, its root; only a piece that differs is looked through.
 */
export async function firstDifference(
  { from, leaves, root }: { from: number; leaves: Uint8Array; root: Uint8Array | undefined },
  readTiles: ReadTiles,
): Promise<number | undefined> {
  if (root !== undefined) {
    const node = { height: pieceHeight, index: from / pieceSize };
    const stored = storedHash(await readTilesOf([node], readTiles), node);
    if (stored !== undefined && sameHash(stored, root)) return undefined;
  }
  const nodes = Array.from({ length: leaves.length / 32 }, (_, index) => ({ height: 0, index: from + index }));
  const tiles = await readTilesOf(nodes, readTiles);
  return nodes.find((node, index) => {
    const stored = storedHash(tiles, node);
    return stored === undefined || !sameHash(stored, leaves.subarray(32 * index, 32 * index + 32));
  })?.index;
}
