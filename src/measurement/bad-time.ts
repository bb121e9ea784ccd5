import type { Span } from './periods.ts';
import { numbersOf, type Sample } from './series.ts';

/** A stretch in which the objective was missed: its first bad and its last bad sample. */
export type BadTime = Span & { samples: number };

/** Good samples in between that do not end a stretch: an error ratio flickers around a small budget. */
const flicker = 4;

/**
 * When a service missed its objective around an incident: the stretch of bad samples that reaches into it, from its first sample
 * on. Undefined when no sample in the incident is bad.
 */
export function badTime(
  samples: readonly Sample[],
  isBad: (value: number) => boolean,
  incident: Span,
  stepMs: number,
): BadTime | undefined {
  const bad = numbersOf(samples).filter(({ value }) => isBad(value));
  const near = (one: Sample, other: Sample) => other.ms - one.ms <= (flicker + 1) * stepMs;
  const inside = ({ ms }: Sample) => ms >= incident.fromMs && ms <= incident.toMs;
  let first = bad.findIndex(inside);
  let last = bad.findLastIndex(inside);
  if (first < 0) return undefined;
  while (first > 0 && near(bad[first - 1] as Sample, bad[first] as Sample)) first -= 1;
  while (last < bad.length - 1 && near(bad[last] as Sample, bad[last + 1] as Sample)) last += 1;
  const [from, to] = [bad[first] as Sample, bad[last] as Sample];
  return { fromMs: from.ms, toMs: to.ms, samples: last - first + 1 };
}

/**
 * When it was good again, at the latest. A rate that looks back `rateMs` sees the last error until that long after the scrape before
 * it, which is one interval before the scrape that counted it.
 */
export function recoveredMs({ fromMs, toMs }: Span, intervalMs: number, rateMs: number | undefined): number {
  if (rateMs === undefined) return toMs + intervalMs / 10;
  return Math.max(fromMs + intervalMs, toMs - rateMs + intervalMs);
}
