import type { Node } from '../tree/ranges.ts';

/**
 * How the tree is stored. A tile holds five heights of full subtrees over 32 nodes below: 62 hashes, 1984 bytes, which is what fits a
 * row of Postgres without being moved elsewhere (TOAST, above 2 KB). So a batch rewrites one small row and adds n/32 more, and a
 * proof in a tree of a million reads four rows and hashes little. A tile of level L holds heights 5L to 5L+4; its own root is in the tile above.
 *
 * Hashes stand in the order in which they become known (a leaf, then the nodes it completes). So a tile only ever grows at its end, and
 * the beginning of it is the tile of an older tree.
 */
export const tileHeight = 5;
const width = 2 ** tileHeight;

/** A tile by its place: level from below, index from the left. */
export type TileId = { level: number; index: number };
/** A tile and its bytes: hashes of 32 bytes, one after another. */
export type Tile = TileId & { hashes: Uint8Array };

const bitsSet = (value: number): number => (value === 0 ? 0 : (value & 1) + bitsSet(value >> 1));

/** Bytes of a tile over so many of its 32 nodes below. */
const bytesOver = (below: number): number => 32 * (below === width ? 2 * width - 2 : 2 * below - bitsSet(below));

/** Bytes a tile has when the tree has so many leaves; 0 for one that does not exist yet. */
export function tileBytes({ level, index }: TileId, size: number): number {
  const below = Math.floor(size / width ** level) - index * width;
  return bytesOver(Math.max(0, Math.min(width, below)));
}

/** Where a node is stored: its tile and the byte its hash begins at. */
export function placeOf({ height, index }: Node): { tile: TileId; at: number } {
  const level = Math.floor(height / tileHeight);
  const inTile = height - level * tileHeight;
  const across = width / 2 ** inTile;
  const tile = Math.floor(index / across);
  const lastBelow = (index - tile * across + 1) * 2 ** inTile - 1;
  return { tile: { level, index: tile }, at: 32 * (2 * lastBelow - bitsSet(lastBelow) + inTile) };
}

/** A tile's name as a key of maps. */
export const tileKey = ({ level, index }: TileId): string => `${level}/${index}`;
