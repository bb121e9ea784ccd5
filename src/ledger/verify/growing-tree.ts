import { foldPeaks, nodeHash } from '../tree/node-hash.ts';
import { levelsOf } from '../tree/levels.ts';
import { peaksOf } from '../tree/ranges.ts';

/** Leaves taken in at once: a full subtree, so that only its root needs to be kept. */
export const pieceSize = 1024;

type Peak = { leaves: number; hash: Uint8Array };

/**
 * A tree that is only added to and forgets its leaves: memory grows with the logarithm of its size. Each piece but the last has
 * `pieceSize` leaves. Roots can be asked for sizes up to the end of the last piece and from its beginning.
 */
export function growingTree() {
  const peaks: Peak[] = [];
  let before = 0;
  let levels: Uint8Array[] = [];
  const leavesNow = () => (levels[0]?.length ?? 0) / 32;

  function settle(): void {
    const root = levels.at(-1);
    if (root === undefined) return;
    let peak = { leaves: leavesNow(), hash: root };
    for (let last = peaks.at(-1); last?.leaves === peak.leaves; last = peaks.at(-1)) {
      peak = { leaves: 2 * peak.leaves, hash: nodeHash(last.hash, peak.hash) };
      peaks.pop();
    }
    peaks.push(peak);
    before += leavesNow();
  }

  return {
    /** Adds the next piece, leaf hashes one after another, and gives the root of a full one. */
    add(leaves: Uint8Array): Uint8Array | undefined {
      settle();
      levels = levelsOf(leaves);
      return leavesNow() === pieceSize ? levels.at(-1) : undefined;
    },
    /** The root of the first `size` leaves. */
    rootAt(size: number): Uint8Array {
      const inPiece = peaksOf({ from: 0, to: size - before }).map(({ height, index }) =>
        (levels[height] as Uint8Array).subarray(32 * index, 32 * index + 32),
      );
      return foldPeaks([...peaks.map(({ hash }) => hash), ...inPiece]);
    },
  };
}
