import type { Milestone } from '../record/milestone.ts';
import { formatInstant } from '../sources/instant.ts';
import type { SourceEvent } from '../sources/source.ts';
import type { TimelineEvent } from '../record/timeline.ts';

/** A source's event with the name of its source, and where the document has it already. */
export type DraftEvent = SourceEvent & {
  source: string;
  /** What a sentence says of it instead of its text. */
  told?: string;
  /** Where the parts of a storm stand in the evidence. */
  places?: string[];
  isInTimeline?: true;
  isInSteps?: true;
};

/** The event as one that no milestone is reached by. */
export function withoutMilestone({
  milestone: _milestone,
  inferredFrom: _inferredFrom,
  ...event
}: DraftEvent): DraftEvent {
  return event;
}

/** The event that a milestone is stated of, rather than suggested. */
export const statedEvent = (events: readonly DraftEvent[], milestone: Milestone): DraftEvent | undefined =>
  events.find((event) => event.milestone === milestone && event.inferredFrom === undefined);

/** Order on a timeline: time, then source and identity, so that it never depends on the order of the input. */
export function compareEvents(a: DraftEvent, b: DraftEvent): number {
  return a.epochMs - b.epochMs || compareText(a.source, b.source) || compareText(a.key, b.key);
}

/** Compares by UTF-16 units, the same everywhere. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What is said of a time that is not wholly written in the evidence. */
const doubts = {
  zone: 'No zone is written with its time.',
  year: 'No year is written with its time: the last one that fits was taken.',
  date: 'No day is written with its time: it follows from what stands around it.',
};

/** The event of the record: an instant in UTC, its evidence, and its milestone as stated or suggested. */
export function timelineEvent(event: DraftEvent): TimelineEvent {
  const doubt = (event.assumed ?? []).map((part) => doubts[part]).join(' ');
  const notes = [event.notes, doubt].filter(Boolean).join('\n\n');
  return {
    at: formatInstant(event.epochMs),
    precision: 'instant',
    zone: 'UTC',
    text: event.text,
    ...(event.actor ? { actor: event.actor } : {}),
    ...(notes === '' ? {} : { notes }),
    ...(event.phase ? { phase: event.phase } : {}),
    ...(event.milestone ? { milestone: event.milestone } : {}),
    ...(event.milestone && event.inferredFrom ? { inferred: true, inferredFrom: event.inferredFrom } : {}),
    source: event.source,
    ...(event.evidence === '' ? {} : { evidence: event.evidence }),
    ...(event.count !== undefined && event.count > 1 ? { count: event.count } : {}),
  };
}
