import { formatDuration } from '../values/duration.ts';
import type { MeasuredBreaker, Measurement } from './measurement.ts';
import { timeText } from './time-text.ts';
import { isOpen } from './transitions.ts';

/** The first invariant that was violated, and when. */
function firstViolation({ invariants }: Measurement): { id: string; ms: number } | undefined {
  const violated = invariants.flatMap(({ invariant: { id }, verdict: { firstMs } }) =>
    firstMs === undefined ? [] : [{ id, ms: firstMs }],
  );
  return violated.toSorted((a, b) => a.ms - b.ms || (a.id < b.id ? -1 : 1))[0];
}

const called = (name: string): string => (name === '' ? 'The circuit breaker' : `Circuit breaker ${name}`);

function sentenceOf({ name, changes, series }: MeasuredBreaker, first: { id: string; ms: number } | undefined): string {
  const opened = changes.find(({ to }) => isOpen(to));
  const since = first === undefined ? '' : ` after ${first.id} was first violated (${timeText(first.ms)})`;
  if (opened === undefined) {
    const known = series.some(({ samples }) => samples.length > 0);
    if (!known) return `There are no samples of circuit breaker ${name}: whether it opened is not known.`;
    return `${called(name)} did not open${first === undefined ? '' : `, though ${first.id} was violated from ${timeText(first.ms)} on`}.`;
  }
  const at = `${called(name)} opened at ${timeText(opened.ms)}`;
  if (first === undefined) return `${at}.`;
  const seconds = (opened.ms - first.ms) / 1000;
  if (seconds < 0)
    return `${at}, ${formatDuration(-seconds)} before ${first.id} was first violated (${timeText(first.ms)}).`;
  return `${at}, ${formatDuration(seconds)}${since}.`;
}

/** How long after the first violation each circuit breaker opened; undefined for a service without one. */
export function breakerSentence(measurement: Measurement): string | undefined {
  const { breakers } = measurement;
  if (breakers.length === 0) return undefined;
  const first = firstViolation(measurement);
  return breakers.map((breaker) => sentenceOf(breaker, first)).join(' ');
}
