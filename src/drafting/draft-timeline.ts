import type { TimelineEvent } from '../record/timeline.ts';
import type { SourceReading } from '../sources/source.ts';
import { timelineEvent } from './draft-event.ts';
import { foldStorms } from './fold-storms.ts';
import { mergeEvents } from './merge-events.ts';
import { placePhases } from './place-phases.ts';
import { settleConditions, suggestMitigated } from './settle-conditions.ts';
import { settleMilestones } from './settle-milestones.ts';

/** One event of a timeline: what it is known by, its time, the source's event that it shows first. */
export type DraftedEntry = { group: string; epochMs: number; entry: TimelineEvent };

/**
 * The timeline that readings make, in order of time. `group` is the storm that an event was folded into, or else its key: it stays
 * when more of the same is read. The order of the readings does not matter.
 */
export function draftTimeline(readings: SourceReading[]): DraftedEntry[] {
  const merged = foldStorms(mergeEvents(readings));
  const events = placePhases(settleMilestones(suggestMitigated(merged, settleConditions(readings))));
  return events.map((event) => ({
    group: event.fold ?? event.key,
    epochMs: event.epochMs,
    entry: timelineEvent(event),
  }));
}
