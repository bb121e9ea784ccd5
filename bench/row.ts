/** One performance claim: our figure and a peer's, measured in the same run. */
export type Row = {
  name: string;
  figure: string;
  peer: string;
  /** How many times better we are (> 1) or the plain value, as `target` says. */
  ratio: number;
  target: string;
  met: boolean;
};

/**
 * Rounds not counted. The engine compiles a function for good only after thousands of calls; until then both sides run half-compiled
 * code. A server has done so many within its first minutes, so both are measured after as many: see docs/decisions/0006.
 */
export const warmUpRounds = 60;

/** Runs two pieces of work in turn, A B A B, and returns the median milliseconds of each. */
export function compare(
  a: () => unknown,
  b: () => unknown,
  { rounds = 9, warmUp = warmUpRounds } = {},
): { aMs: number; bMs: number } {
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < warmUp; round++) {
    a();
    b();
  }
  for (let round = 0; round < rounds; round++) {
    times[0].push(timed(a));
    times[1].push(timed(b));
  }
  return { aMs: median(times[0]), bMs: median(times[1]) };
}

/** Times each item is worked on in a row by `compareEach`. */
const timesEach = 10;

/**
 * As `compare`, on items one at a time: a round works on each of them ten times in a row, as one who benchmarks one document would.
 * Gives the milliseconds for one time each. What the engine cleans up meanwhile counts.
 */
export function compareEach<T>(items: T[], a: (item: T) => unknown, b: (item: T) => unknown) {
  const round = (work: (item: T) => unknown) => () => {
    for (const item of items) for (let time = 0; time < timesEach; time++) sink = work(item);
  };
  const { aMs, bMs } = compare(round(a), round(b), { rounds: 3, warmUp: warmUpRounds / timesEach });
  return { aMs: aMs / timesEach, bMs: bMs / timesEach };
}

/** Milliseconds one run of the work takes. */
export function timed(work: () => unknown): number {
  const start = performance.now();
  sink = work();
  return performance.now() - start;
}

/** Keeps results alive, so that the engine cannot drop the work. */
export let sink: unknown;

/** The middle of a list of numbers. */
export function median(values: number[]): number {
  return percentile(values, 0.5);
}

/** The value below which a share of the list lies. */
export function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
