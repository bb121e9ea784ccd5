import type { Fact, SourceFacts } from '../sources/facts.ts';
import type { SourceReading } from '../sources/source.ts';
import { compareText } from './draft-event.ts';

/** A fact with the name of its source. */
export type Sourced<T extends Fact = Fact> = T & { source: string };

/** Facts of one kind from all readings: in time order, whatever the order of the input, each stated once. */
export function factsOf<K extends keyof SourceFacts>(
  readings: SourceReading[],
  kind: K,
): Sourced<SourceFacts[K][number]>[] {
  const all: Sourced<SourceFacts[K][number]>[] = readings.flatMap(({ source, facts }) =>
    (facts[kind] as SourceFacts[K][number][]).map((fact) => ({ ...fact, source })),
  );
  return all.sort(
    (a, b) =>
      (a.epochMs ?? Infinity) - (b.epochMs ?? Infinity) ||
      compareText(a.value, b.value) ||
      compareText(a.evidence, b.evidence) ||
      compareText(JSON.stringify(a), JSON.stringify(b)),
  );
}

/** The first fact of each, by what `keyOf` says. */
export function firstOfEach<T>(facts: T[], keyOf: (fact: T) => string): T[] {
  const seen = new Map<string, T>();
  for (const fact of facts) if (!seen.has(keyOf(fact))) seen.set(keyOf(fact), fact);
  return [...seen.values()];
}
