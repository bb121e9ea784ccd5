import { EvidenceError } from './evidence-error.ts';
import type { ByteRange } from './contract.ts';

/** A range in words for messages: `10-19`, `10-`. */
export const rangeText = ({ from, to }: ByteRange) => `${from}-${to ?? ''}`;

/**
 * Fits a range to an object of `bytes`: its first byte and how many.
 * @throws EvidenceError `evidence.bad-range` when no byte of it lies in the object
 */
export function fitRange(range: ByteRange, bytes: number, object: string): { from: number; length: number } {
  const { from, to = bytes - 1 } = range;
  const whole = Number.isSafeInteger(from) && Number.isSafeInteger(to);
  if (!whole || from < 0 || from >= bytes || to < from)
    throw new EvidenceError('evidence.bad-range', { range: rangeText(range), object, bytes: String(bytes) });
  return { from, length: Math.min(to, bytes - 1) - from + 1 };
}
