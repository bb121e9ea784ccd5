import { foldPeaks } from '../tree/node-hash.ts';
import { hashesOf } from '../tree/proofs.ts';
import { consistencyRanges, inclusionRanges, peaksOf, type Range } from '../tree/ranges.ts';
import { nodesIn, type ReadTiles, readTilesOf } from './read.ts';

const proofOf = async (ranges: Range[], readTiles: ReadTiles): Promise<Uint8Array[]> =>
  hashesOf(ranges, nodesIn(await readTilesOf(ranges.flatMap(peaksOf), readTiles)));

/** As `inclusionProof` of a tree in memory, from stored tiles. The size may be that of any older tree. @throws LedgerError */
export const storedInclusionProof = (index: number, size: number, readTiles: ReadTiles): Promise<Uint8Array[]> =>
  proofOf(inclusionRanges(index, size), readTiles);

/** As `consistencyProof` of a tree in memory, from stored tiles. @throws LedgerError */
export const storedConsistencyProof = (size: number, later: number, readTiles: ReadTiles): Promise<Uint8Array[]> =>
  proofOf(consistencyRanges(size, later), readTiles);

/** The root of the first `size` leaves, from stored tiles. @throws LedgerError */
export async function storedRoot(size: number, readTiles: ReadTiles): Promise<Uint8Array> {
  const peaks = peaksOf({ from: 0, to: size });
  return foldPeaks(peaks.map(nodesIn(await readTilesOf(peaks, readTiles))));
}
