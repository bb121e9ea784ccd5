import { wordsOf } from './entry.ts';
import type { TimelineEvent } from '../record/timeline.ts';

const ofImpact = /(?:^|; )[^\p{L}]{0,6}(?:the )?(?:\w+ )?(?:outage|impact|downtime|disruption|degradation)\b/u;
const ofIncident = /^[^\p{L}]{0,6}(?:the )?(?:incident|event)\b/u;
/** `Incident resolved` is the end of what users felt, not of the response. */
const endOfIncident = /^[^\p{L}]{0,6}(?:the )?(?:incident|event)\W+(?!(?:\w+ ){0,3}(?:resolved|fixed|mitigated)\b)/u;

/**
 * Where a timeline tells the outage (`Outage begins`, `Outage ends`) apart from the incident (`Incident begins`, `Incident ends`), the
 * incident is the response to it: it is declared and closed, while the outage begins and ends. Changes `timeline`.
 */
export function tellIncidentApart(timeline: TimelineEvent[]): void {
  const stated = timeline.filter(({ milestone, inferred }) => milestone !== undefined && inferred !== true);
  const has = (milestone: string, pattern: RegExp) =>
    stated.filter((event) => event.milestone === milestone && pattern.test(wordsOf((event.text ?? '').slice(0, 80))));
  if (has('impactStarted', ofImpact).length > 0)
    for (const event of has('impactStarted', ofIncident)) event.milestone = 'declared';
  if (has('mitigated', ofImpact).length > 0)
    for (const event of has('resolved', endOfIncident)) event.milestone = 'closed';
}
