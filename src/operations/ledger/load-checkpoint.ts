import { HindcastError } from '../errors.ts';
import type { StoredContext } from '../stored-operation.ts';

/** A signed tree head as it is kept. `root` has 32 bytes, `note` is its C2SP text with signature. */
export type KeptCheckpoint = { size: number; root: Uint8Array; note: string; at: string };

/** The checkpoint over exactly so many entries, else the latest. @throws HindcastError `ledger.no-checkpoint` */
export async function loadCheckpoint(
  { database }: Pick<StoredContext, 'database'>,
  size?: number,
): Promise<KeptCheckpoint> {
  const all = database.kysely.selectFrom('checkpoint').selectAll().orderBy('size', 'desc').limit(1);
  const row = await (size === undefined ? all : all.where('size', '=', String(size))).executeTakeFirst();
  if (row === undefined)
    throw new HindcastError('ledger.no-checkpoint', { what: size === undefined ? 'yet' : `of ${size} entries` });
  return { ...row, size: Number(row.size), at: row.at.toISOString() };
}
