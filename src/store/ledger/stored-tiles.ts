import type { Tile, TileId } from '../../ledger/tiles/layout.ts';
import type { ReadTiles } from '../../ledger/tiles/read.ts';
import type { Statement } from '../database.ts';

/** Runs a statement: on the pool, or on the connection of a transaction. */
type Run = (statement: Statement) => Promise<{ rows: unknown[] }>;
type Row = { level: number; index: string; hashes: Uint8Array };

/** Reads tiles of the ledger's tree, all in one statement. */
export const storedTiles =
  (run: Run): ReadTiles =>
  async (tiles) => {
    const { rows } = await run({
      // Laterally: statistics of a table that grew quickly could make the planner read all of it.
      text: `select found.* from unnest($1::integer[], $2::bigint[]) as wanted (level, index)
        cross join lateral (select level, index, hashes from tile
          where tile.level = wanted.level and tile.index = wanted.index offset 0) as found`,
      values: placesOf(tiles),
    });
    const found = new Map((rows as Row[]).map(({ level, index, hashes }) => [`${level}/${index}`, hashes]));
    return tiles.map(({ level, index }) => found.get(`${level}/${index}`));
  };

/** The statement that keeps tiles: new ones, and grown ones in place of what they were. */
export const keepTiles = (tiles: Tile[]): Statement => ({
  text: `insert into tile (level, index, hashes) select * from unnest($1::integer[], $2::bigint[], $3::bytea[])
    on conflict (level, index) do update set hashes = excluded.hashes`,
  values: [...placesOf(tiles), tiles.map(({ hashes }) => hashes)],
});

const placesOf = (tiles: TileId[]): unknown[] => [tiles.map(({ level }) => level), tiles.map(({ index }) => index)];
