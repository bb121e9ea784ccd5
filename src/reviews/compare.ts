/** One incident's time, as dots show it. */
export type Dot = { key: string; seconds: number };

/** A time before and after an incident; `median` only stands where there are enough, `unknown` counts who does not know it. */
export type Side = { dots: Dot[]; median: number | null; unknown: number };
export type Comparison = {
  before: Side;
  after: Side;
  /** Change of the median in percent, below 0 for quicker; null where a side has too few for one. */
  changePercent: number | null;
};

/** Fewer than so many are shown as they are: a median of three says more about chance than about us. */
export const fewest = 5;

/** The middle of some numbers; null for none. */
export function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/** One measured incident: absent seconds say that it is not known. */
export type Measured = { key: string; seconds?: number | undefined };

function side(measured: readonly Measured[]): Side {
  const dots = measured.flatMap(({ key, seconds }) => (seconds === undefined ? [] : [{ key, seconds }]));
  const median = dots.length < fewest ? null : medianOf(dots.map(({ seconds }) => seconds));
  return { dots, median, unknown: measured.length - dots.length };
}

/** Puts the times before beside those after. */
export function compare(before: readonly Measured[], after: readonly Measured[]): Comparison {
  const [earlier, later] = [side(before), side(after)];
  const changePercent =
    earlier.median === null || later.median === null || earlier.median === 0
      ? null
      : Math.round(((later.median - earlier.median) / earlier.median) * 1000) / 10;
  return { before: earlier, after: later, changePercent };
}
