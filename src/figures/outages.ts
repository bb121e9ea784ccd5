import type { Figure } from '../record/figure.ts';
import { say } from '../record/said.ts';
import { measured } from './measured.ts';
import type { Milestones, SpanEnd } from './milestones.ts';
import { isPoint } from './moment-window.ts';
import { spanBetween } from './span-between.ts';
import { isUsable } from './unknown.ts';

function confirmed(milestones: Milestones, name: string): SpanEnd[] {
  return (milestones.get(name)?.usable ?? []).filter(({ inferred, moment }) => !inferred && isPoint(moment));
}

/**
 * Downtime of an incident with several outages: the sum of its windows. Only when starts and ends of impact take turns,
 * all confirmed and exact; undefined otherwise, and for a single outage.
 */
export function sumOfOutages(milestones: Milestones): Figure | undefined {
  const starts = confirmed(milestones, 'impactStarted');
  const ends = confirmed(milestones, 'mitigated');
  if (starts.length < 2 || starts.length !== ends.length) return undefined;
  const windows = starts.map((start, index) => spanBetween(start, ends[index] as SpanEnd));
  const gaps = starts.slice(1).map((start, index) => spanBetween(ends[index] as SpanEnd, start));
  if (![...windows, ...gaps].every(isUsable)) return undefined;
  const seconds = windows.reduce((sum, window) => sum + (window.seconds ?? 0), 0);
  const cites = windows.flatMap((window) => window.cites);
  const formula = say`sum of ${windows.length} outages, each mitigated - impactStarted`;
  return { ...measured('known', 'seconds', seconds, formula, cites), from: 'impactStarted', to: 'mitigated' };
}
