import type { Milestone } from '../record/milestone.ts';
import type { TimelineEvent } from '../record/timeline.ts';
import { toEpochMs } from '../values/instant.ts';
import { wallMs } from './wall.ts';

/** A timeline event with its time as numbers. */
export type TimedEvent = {
  event: TimelineEvent;
  /** Position in `record.timeline`. */
  index: number;
  path: string;
  /** Epoch milliseconds; a time without a zone counts as UTC, so compare only where `zoned` is equal. */
  ms: number;
  /** The written wall time as if it were UTC. */
  wall: number;
  /** An offset or a zone was stated. */
  zoned: boolean;
  /** To the minute, not a range, not a day, not "about". */
  exact: boolean;
};

const offset = /(?:Z|[+-]\d\d:?\d\d)$/;
const roughly = /~|≈|\b(?:about|approx|around|circa|ca|early|late|mid)\b/i;

/** The events whose time can be read, in document order. */
export function timedEvents(timeline: readonly TimelineEvent[]): TimedEvent[] {
  const events: TimedEvent[] = [];
  timeline.forEach((event, index) => {
    if (event.at === undefined) return;
    const ms = toEpochMs(event.at, event.zone);
    const wall = wallMs(event.at);
    if (Number.isNaN(ms) || Number.isNaN(wall)) return;
    events.push({
      event,
      index,
      path: `timeline[${index}]`,
      ms,
      wall,
      zoned: event.zone !== undefined || (event.at.length > 16 && offset.test(event.at.slice(11))),
      exact: event.precision === 'instant' && (event.written === undefined || !roughly.test(event.written)),
    });
  });
  return events;
}

/** Events that carry one of these milestones by explicit wording, never a guess. */
export function explicitEvents(events: readonly TimedEvent[], names: readonly Milestone[]): TimedEvent[] {
  const found: TimedEvent[] = [];
  for (const timed of events) {
    const { milestone, inferred } = timed.event;
    if (milestone !== undefined && inferred !== true && names.includes(milestone)) found.push(timed);
  }
  return found;
}
