import { openCheckpoint } from '../../ledger/note/checkpoint.ts';
import { readVerifier, type Verifier } from '../../ledger/note/keys.ts';
import { keysFrom } from '../../ledger/note/rotation.ts';
import type { TreeHead } from '../../ledger/tree/verify-consistency.ts';
import type { StoredContext } from '../stored-operation.ts';
import { anchoredNote } from './anchored-note.ts';

/** Tree heads whose signature is good, and in words what is wrong with the others. */
export type SignedHeads = { heads: TreeHead[]; checkpoints: number; anchors: number; wrong: string[] };

/** Checkpoints looked at besides the anchored ones: the latest, and others spread evenly over all. */
const mostCheckpoints = 1000;
/** Anchors looked at, the latest first. */
const mostAnchors = 1000;

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The keys that may sign: the first, and those announced one after another. A key without announcement counts for nothing. */
async function trustedKeys({ database }: StoredContext, wrong: string[]): Promise<Verifier[]> {
  const rows = await database.kysely
    .selectFrom('signing_key')
    .select(['verifier', 'announcement'])
    .orderBy('created_at')
    .execute();
  const [first, ...later] = rows;
  if (first === undefined) return [];
  const verifier = readVerifier(first.verifier);
  try {
    return keysFrom(
      verifier,
      later.map(({ announcement }) => announcement ?? ''),
    );
  } catch (error) {
    wrong.push(`the keys do not follow one from another: ${reasonOf(error)}`);
    return [verifier];
  }
}

/** Opens stored checkpoints up to `size` and the copies that anchors hold elsewhere. */
export async function signedHeads(context: StoredContext, size: number): Promise<SignedHeads> {
  const wrong: string[] = [];
  const keys = await trustedKeys(context, wrong);
  const { rows } = await context.database.query<{ size: string; note: string }>({
    text: `select size, note from (select size, note, row_number() over (order by size desc) - 1 as place, count(*) over () as total
        from checkpoint where size <= $1) as numbered
      where place % greatest(1, total / ${mostCheckpoints}) = 0`,
    values: [size],
  });
  const anchors = await context.database.kysely
    .selectFrom('anchor')
    .select(['size', 'place'])
    .where('kind', '=', 'evidence')
    .orderBy('at', 'desc')
    .limit(mostAnchors)
    .execute();
  const heads: TreeHead[] = [];
  const open = (what: string, note: string) => {
    try {
      heads.push(openCheckpoint(note, keys));
    } catch (error) {
      wrong.push(`${what}: ${reasonOf(error)}`);
    }
  };
  for (const row of rows) open(`checkpoint of ${row.size} entries`, row.note);
  for (const anchor of anchors) {
    const what = `anchored checkpoint of ${anchor.size} entries`;
    try {
      open(what, await anchoredNote(context, anchor.place));
    } catch (error) {
      wrong.push(`${what}: ${reasonOf(error)}`);
    }
  }
  return { heads, checkpoints: rows.length, anchors: anchors.length, wrong };
}
