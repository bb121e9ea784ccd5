import type { SourceReading } from '../sources/source.ts';
import { factsOf, firstOfEach, type Sourced } from './facts.ts';
import type { Fact } from '../sources/facts.ts';

/** Ranks of common severity words, 0 the worst. A word that is not here has no rank. */
const ranks: ReadonlyMap<string, number> = new Map(
  [
    ['critical', 'sev0', 'sev1', 'p0', 'p1', 's0', 's1', 'emergency', 'page'],
    ['high', 'sev2', 'p2', 's2', 'error', 'major'],
    ['medium', 'moderate', 'sev3', 'p3', 's3', 'warning', 'minor'],
    ['low', 'sev4', 'sev5', 'p4', 'p5', 's4', 's5', 'info', 'none'],
  ].flatMap((words, rank) => words.map((word): [string, number] => [word, rank])),
);

const rankOf = (word: string) => ranks.get(word.toLowerCase()) ?? 9;

/** The severity as stated: of the incident if somebody stated it (the last word counts), else the worst of its alerts. */
export function severityOf(readings: SourceReading[]): { severity?: string; stated: Sourced<Fact>[] } {
  const all = factsOf(readings, 'severities');
  const stated = firstOfEach(all, ({ value }) => value.toLowerCase());
  const ofIncident = all.findLast((fact) => fact.of === 'incident')?.value;
  const worst = stated.toSorted((a, b) => rankOf(a.value) - rankOf(b.value))[0]?.value;
  const severity = ofIncident ?? worst;
  return { ...(severity === undefined ? {} : { severity }), stated };
}
