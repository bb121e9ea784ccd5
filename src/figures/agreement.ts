import type { Claim } from '../record/claim.ts';
import type { Figure } from '../record/figure.ts';

/**
 * Whether a claim and its figure say the same: within a minute for durations, half a percent for the rest, a tenth for
 * what is stated as approximate. Undefined when they cannot be compared: no number, another unit, figure unknown.
 */
export function agreement(claim: Claim, figure: Figure): boolean | undefined {
  const value = figure.seconds ?? figure.value;
  const { from, to } = figure.interval ?? { from: value, to: value };
  if (figure.status === 'unknown' || from === undefined || to === undefined) return undefined;
  if (claim.value === undefined || (claim.unit !== undefined && claim.unit !== figure.unit)) return undefined;
  const minute = figure.unit === 'seconds' ? 60 : 0;
  const slack = Math.max(minute, Math.abs(to) * (claim.approximate === true ? 0.1 : 0.005));
  return claim.value - slack <= to && (claim.upTo ?? claim.value) + slack >= from;
}
