import { conditionOf } from './condition.ts';
import type { Periods, Span } from './periods.ts';
import { labelText, numbersOf, type Series } from './series.ts';

/** What an invariant did in an incident. `unknown`: there were no samples to test it by. */
export type Verdict = {
  status: 'PASS' | 'FAIL' | 'unknown';
  /** The first sample that did not hold. */
  firstMs?: number;
  /** It did not hold at the first sample there is: when it was broken is not known. */
  already?: true;
  /** The last one. */
  lastMs?: number;
  /** The value furthest from zero among those that did not hold, as it was written. */
  worst?: string;
  /** Labels of the series that broke it first. */
  labels?: string;
};

const within =
  ({ fromMs, toMs }: Span) =>
  (sample: { ms: number }) =>
    sample.ms >= fromMs && sample.ms <= toMs;

/** Tests a condition on every sample from before the incident to its end. */
export function verdictOf(series: readonly Series[], holds: string, { before, during }: Periods): Verdict {
  const test = conditionOf(holds);
  const isOfIncident = within({ fromMs: before.fromMs, toMs: during.toMs });
  const samples = series
    .flatMap(({ labels, samples: all }) => numbersOf(all).map((sample) => ({ ...sample, labels: labelText(labels) })))
    .filter(isOfIncident)
    .toSorted((a, b) => a.ms - b.ms || (a.labels < b.labels ? -1 : 1));
  const broken = samples.filter(({ value }) => !test(value));
  const [first] = broken;
  if (first === undefined) return { status: samples.some(within(during)) ? 'PASS' : 'unknown' };
  const worst = broken.reduce((most, each) => (Math.abs(each.value) > Math.abs(most.value) ? each : most));
  return {
    status: 'FAIL',
    firstMs: first.ms,
    lastMs: broken.at(-1)?.ms ?? first.ms,
    worst: worst.text,
    ...(first.ms === samples[0]?.ms ? { already: true as const } : {}),
    ...(first.labels === '' ? {} : { labels: first.labels }),
  };
}

/** The same from violations that a database listed; without one it held. */
export function verdictOfTimes(times: readonly number[], { before, during }: Periods): Verdict {
  const sorted = times.filter((ms) => ms >= before.fromMs && ms <= during.toMs).toSorted((a, b) => a - b);
  const [firstMs] = sorted;
  if (firstMs === undefined) return { status: 'PASS' };
  return { status: 'FAIL', firstMs, lastMs: sorted.at(-1) ?? firstMs, worst: `${sorted.length} violations` };
}
