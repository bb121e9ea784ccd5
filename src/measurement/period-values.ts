import type { Indicator } from './indicator.ts';
import type { Span } from './periods.ts';
import { numbersOf, type Sample } from './series.ts';

/** What a period gives: a value, or why there is none. No samples is not zero. */
export type PeriodValue = { value: number } | { missing: 'noSamples' | 'noTraffic' };

/** What one answer over a whole period says. */
export function valueOf(sample: Sample | undefined): PeriodValue {
  if (sample === undefined) return { missing: 'noSamples' };
  return Number.isFinite(sample.value) ? { value: sample.value } : { missing: 'noTraffic' };
}

/** A period from its samples, for a query that does not say `$window`: their mean, or the highest of latencies and ages. */
export function summarised(samples: readonly Sample[], { fromMs, toMs }: Span, of: Indicator['of']): PeriodValue {
  const within = samples.filter(({ ms }) => ms >= fromMs && ms < toMs);
  const numbers = numbersOf(within).map(({ value }) => value);
  if (numbers.length === 0) return { missing: within.length === 0 ? 'noSamples' : 'noTraffic' };
  if (of === 'highest') return { value: numbers.reduce((most, value) => Math.max(most, value)) };
  return { value: numbers.reduce((sum, value) => sum + value, 0) / numbers.length };
}
