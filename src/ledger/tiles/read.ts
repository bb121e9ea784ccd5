import { LedgerError } from '../ledger-error.ts';
import type { Node, ReadNode } from '../tree/ranges.ts';
import { placeOf, type TileId, tileKey } from './layout.ts';

/** Reads tiles in one go, in the order asked for; `undefined` for one that is not there. It may give more bytes than an older tree had. */
export type ReadTiles = (tiles: TileId[]) => Promise<(Uint8Array | undefined)[]>;

/** The tiles that hold some nodes, each once. */
export function tilesOf(nodes: Node[]): TileId[] {
  const tiles = nodes.map((node) => placeOf(node).tile);
  return [...new Map(tiles.map((tile) => [tileKey(tile), tile])).values()];
}

/** Reads the tiles of some nodes, and gives their hashes. @throws LedgerError `ledger.missing-tile` when a node is asked for whose tile lacks it */
export async function nodesFrom(nodes: Node[], readTiles: ReadTiles): Promise<ReadNode> {
  const tiles = tilesOf(nodes);
  const read = tiles.length === 0 ? [] : await readTiles(tiles);
  return nodesIn(new Map(tiles.map((tile, position) => [tileKey(tile), read[position]])));
}

/** Gives the hashes of nodes out of tiles in memory, by their key. */
export function nodesIn(tiles: ReadonlyMap<string, Uint8Array | undefined>): ReadNode {
  return (node) => {
    const { tile, at } = placeOf(node);
    const hash = tiles.get(tileKey(tile))?.subarray(at, at + 32);
    if (hash?.length !== 32)
      throw new LedgerError(
        'ledger.missing-tile',
        `tile ${tileKey(tile)} of the ledger's tree is missing or too short; it can be made again from the entries`,
      );
    return hash;
  };
}
