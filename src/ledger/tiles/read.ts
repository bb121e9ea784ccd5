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

/** Reads the tiles of some nodes into memory. */
export async function readTilesOf(nodes: Node[], readTiles: ReadTiles): Promise<Tiles> {
  const tiles = tilesOf(nodes);
  const read = tiles.length === 0 ? [] : await readTiles(tiles);
  return new Map(tiles.map((tile, position) => [tileKey(tile), read[position]]));
}

/** Tiles in memory, by their key. */
export type Tiles = ReadonlyMap<string, Uint8Array | undefined>;

/** The hash of a node out of tiles in memory, if they hold it. */
export function storedHash(tiles: Tiles, node: Node): Uint8Array | undefined {
  const { tile, at } = placeOf(node);
  const hash = tiles.get(tileKey(tile))?.subarray(at, at + 32);
  return hash?.length === 32 ? hash : undefined;
}

/** Gives the hashes of nodes out of tiles in memory. @throws LedgerError `ledger.missing-tile` */
export function nodesIn(tiles: Tiles): ReadNode {
  return (node) => {
    const hash = storedHash(tiles, node);
    if (hash !== undefined) return hash;
    const key = tileKey(placeOf(node).tile);
    throw new LedgerError(
      'ledger.missing-tile',
      `tile ${key} of the ledger's tree is missing or too short; it can be made again from the entries`,
    );
  };
}
