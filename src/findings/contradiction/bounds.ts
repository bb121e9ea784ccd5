import type { Claim } from '../../record/claim.ts';
import type { Measured } from './span-evidence.ts';
import { toleranceOf } from './spans.ts';

/** The lengths, in seconds, that a claim leaves room for. */
export type Bounds = { low: number; high: number };

/**
 * Loose words are held to a fifth or ten minutes, a title to a quarter, others to two minutes or their own rounding; long hours may be
 * cut. "Within" and "at least" bound one side only.
 */
export function boundsOf(claim: Claim): Bounds {
  const value = claim.value ?? 0;
  const loose = claim.approximate === true ? Math.max(600, 0.2 * value) : claim.origin === 'title' ? 0.25 * value : 120;
  const slack = Math.max(toleranceOf(claim), loose);
  const cut = claim.origin === 'prose' && value >= 10_800 && value % 3600 === 0 ? 3600 : 0;
  return {
    low: claim.qualifier === 'at most' ? -Infinity : value - slack,
    high:
      claim.qualifier === 'at least' ? Infinity : (claim.upTo ?? value) + Math.max(slack, cut, value === 0 ? 300 : 0),
  };
}

/** Does a length lie within? */
export const holds = ({ low, high }: Bounds, seconds: number): boolean => seconds >= low && seconds <= high;

/** The whole days between carried dates may be a slip of the reader. */
const isNear = (bounds: Bounds, { seconds, from, to }: Measured): boolean =>
  holds(bounds, seconds) ||
  (seconds >= 86_400 && (from.event.carried === true || to.event.carried === true) && holds(bounds, seconds % 86_400));

/** Does one of the pairs explain the claim? */
export const isExplained = (claim: Claim, pairs: readonly Measured[]): boolean => {
  const bounds = boundsOf(claim);
  return pairs.some((pair) => isNear(bounds, pair));
};
