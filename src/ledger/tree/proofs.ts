import { foldPeaks } from './node-hash.ts';
import { consistencyRanges, inclusionRanges, peaksOf, type Range, type ReadNode } from './ranges.ts';

/** The hashes ranges stand for. */
export const hashesOf = (ranges: Range[], read: ReadNode): Uint8Array[] =>
  ranges.map((range) => foldPeaks(peaksOf(range).map(read)));

/** The root of the first `size` leaves. */
export const rootOf = (size: number, read: ReadNode): Uint8Array => foldPeaks(peaksOf({ from: 0, to: size }).map(read));

/** Proves that a leaf is in the tree of the first `size` leaves. @throws LedgerError out of range */
export const inclusionProof = (index: number, size: number, read: ReadNode): Uint8Array[] =>
  hashesOf(inclusionRanges(index, size), read);

/** Proves that the first `size` leaves are the beginning of the first `later` ones. @throws LedgerError out of range */
export const consistencyProof = (size: number, later: number, read: ReadNode): Uint8Array[] =>
  hashesOf(consistencyRanges(size, later), read);
