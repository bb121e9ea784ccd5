import { batchHash } from '../sha256/index.ts';
import type { ReadTiles } from '../tiles/read.ts';
import type { TreeHead } from '../tree/verify-consistency.ts';
import { checkpointFollower, sortedHeads } from './check-checkpoints.ts';
import { growingTree, pieceSize } from './growing-tree.ts';
import { inPieces, type Pages } from './pieces.ts';
import type { LogProblem } from './problem.ts';
import { firstDifference } from './stored-tree.ts';

/** An entry as it is kept. Without payload and salt it was erased: only its place in the log can be verified. */
export type LoggedEntry = {
  seq: number;
  hash: Uint8Array;
  salt?: Uint8Array | null;
  payload?: string | Uint8Array | null;
};

/** What was found about a log. */
export type LogVerdict = {
  /** Nothing contradicts the entries. Whether anything vouches for them is said by `signed`. */
  intact: boolean;
  /** Entries seen. */
  entries: number;
  /** Entries covered by the largest checkpoint that agrees. */
  signed: number;
  /** Entries whose payload is gone. */
  erased: number;
  /** Root over all entries. */
  root: Uint8Array;
  /** Of altered entries, the first hundred. */
  problems: LogProblem[];
};

const mostAltered = 100;

/** The hashes of entries one after another; one that is no hash counts as zeros, which nothing agrees with. */
function digestsOf(entries: LoggedEntry[]): Uint8Array {
  const digests = new Uint8Array(32 * entries.length);
  for (const [index, { hash }] of entries.entries()) if (hash.length === 32) digests.set(hash, 32 * index);
  return digests;
}

/** Hashes all payloads again: numbers of entries that are not what their hash says, and how many cannot be told. */
function checkPayloads(entries: LoggedEntry[], digests: Uint8Array): { altered: number[]; erased: number } {
  const kept = entries.filter(({ payload }) => payload !== undefined && payload !== null);
  const noSalt = new Uint8Array();
  const made = batchHash().salted(kept.map(({ salt, payload }) => ({ salt: salt ?? noSalt, payload: payload ?? '' })));
  const words = new Int32Array(made.buffer);
  const stated = new Int32Array(digests.buffer);
  const altered: number[] = [];
  let at = 0;
  for (const [index, { payload, seq }] of entries.entries()) {
    if (payload === undefined || payload === null) continue;
    for (let word = 0; word < 8; word++)
      if (words[at + word] !== stated[8 * index + word]) {
        altered.push(seq);
        break;
      }
    at += 8;
  }
  return { altered, erased: entries.length - kept.length };
}

/**
 * Verifies a log against checkpoints whose signatures were verified before. Entries come in the order of their numbers, from 0, in
 * pages of any length. With the stored tree, the first entry that differs from it is named exactly; else what was rewritten lies
 * between two checkpoints. Memory does not grow with the log.
 */
export async function verifyLog(
  pages: Pages<LoggedEntry>,
  checkpoints: TreeHead[],
  { readTiles }: { readTiles?: ReadTiles } = {},
): Promise<LogVerdict> {
  const { heads, problems } = sortedHeads(checkpoints);
  const follower = checkpointFollower(heads);
  const tree = growingTree();
  follower.follow(0, tree.rootAt);
  let [seen, erased, altered, differs] = [0, 0, 0, false];
  for await (const piece of inPieces(pages, pieceSize)) {
    const wrong = piece.findIndex(({ seq }, index) => seq !== seen + index);
    const entries = wrong < 0 ? piece : piece.slice(0, wrong);
    const digests = digestsOf(entries);
    const payloads = checkPayloads(entries, digests);
    problems.push(
      ...payloads.altered.slice(0, mostAltered - altered).map((seq) => ({ kind: 'altered', seq }) as const),
    );
    erased += payloads.erased;
    altered = Math.min(mostAltered, altered + payloads.altered.length);
    const leaves = batchHash().leaves(digests);
    const root = tree.add(leaves);
    if (readTiles !== undefined && !differs) {
      const seq = await firstDifference({ from: seen, leaves, root }, readTiles);
      if (seq !== undefined) problems.push({ kind: 'differs', seq });
      differs = seq !== undefined;
    }
    seen += entries.length;
    follower.follow(seen, tree.rootAt);
    if (wrong < 0) continue;
    problems.push({ kind: 'misplaced', seq: seen, found: piece[wrong]?.seq ?? Number.NaN });
    break;
  }
  const { agreed, problems: found } = follower.end(seen);
  problems.push(...found);
  return { intact: problems.length === 0, entries: seen, signed: agreed, erased, root: tree.rootAt(seen), problems };
}
