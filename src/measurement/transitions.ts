import type { ServiceBreaker } from './service.ts';
import { numbersOf, type Series } from './series.ts';

/** A circuit breaker's change of state: the first sample that has the new one. */
export type BreakerChange = { ms: number; from: string; to: string };

type Known = { ms: number; state: string };

/** By value: `states` says what a number means; one it does not name is kept as it is. */
function byValue({ samples }: Series, states: Record<string, string>): Known[] {
  return numbersOf(samples).map(({ ms, value }) => ({ ms, state: states[String(value)] ?? `value ${value}` }));
}

/** By label, as Resilience4j writes it: of the series with a label `state`, the one that is 1. */
function byLabel(series: readonly Series[]): Known[] {
  const known = series.flatMap(({ labels, samples }) =>
    samples.filter(({ value }) => value === 1).map(({ ms }) => ({ ms, state: labels['state'] ?? '' })),
  );
  return known.toSorted((a, b) => a.ms - b.ms);
}

/** True when a state is the one in which calls are refused: `open`, `OPEN`, `forced_open`, but not `half-open`. */
export const isOpen = (state: string): boolean => /^(?:forced[-_ ]?)?open$/i.test(state.trim());

/** The changes of state in samples; none where there are no samples. */
export function changesOf(series: readonly Series[], { states }: Pick<ServiceBreaker, 'states'>): BreakerChange[] {
  const known = states === undefined ? byLabel(series) : series.flatMap((each) => byValue(each, states));
  return known.slice(1).flatMap(({ ms, state }, index) => {
    const from = known[index]?.state ?? '';
    return from === state ? [] : [{ ms, from, to: state }];
  });
}
