import type { TimelineEvent } from '../../record/timeline.ts';
import type { Change } from '../../store/commit.ts';
import type { StoredContext } from '../stored-operation.ts';
import type { Part } from './assemble.ts';
import { batchId, positionOf } from './entry-operations.ts';
import { lastMs, movedEntries, placeEvents } from './place-events.ts';
import { entryId, insertEntries, insertParts, placeEntries } from './statements.ts';

/** What brings events to a timeline: their ids in the order given, and the entries that have to move for them, kept one by one. */
export type Arriving = { batch: string; ids: string[]; changes: Change[]; moved: { key: string; id: string }[] };

/**
 * Brings events to a timeline, each to its place in time. What all comes behind the last entry comes as one row, which is the quickest.
 * @param kept the parts of the incident @param events in order of time, with sure instants
 */
export function arrivingEvents(
  context: StoredContext,
  incidentId: string,
  kept: readonly Part[],
  events: readonly TimelineEvent[],
): Arriving {
  const batch = batchId(context);
  const ids = events.map((_, index) => entryId(batch, index + 1));
  if (events.length === 0) return { batch, ids, changes: [], moved: [] };
  const timeline = kept.filter(({ key }) => key === 'timeline');
  const endMs = lastMs(timeline);
  // Behind the last entry in steps that leave the next millisecond to what is added then.
  const end = timeline.reduce((last, { position }) => Math.max(last, position), positionOf(context));
  const between = events.filter(({ at = '' }) => Date.parse(at) < endMs).length;
  if (between === 0) {
    const texts = events.map((event) => JSON.stringify(event));
    const arrival = { key: 'timeline', batch, position: end, texts };
    return { batch, ids, changes: [insertEntries(incidentId, arrival)], moved: [] };
  }
  const fresh = events.map((value, index): Part => {
    const position = end + (index + 1) / 1024;
    return { key: 'timeline', id: ids[index] as string, position, value, touched: {}, version: 1 };
  });
  const positions = placeEvents(timeline, fresh.slice(0, between));
  const placed = fresh.map((part) => ({ ...part, position: positions.get(part.id) ?? part.position }));
  const moved = movedEntries(timeline, positions);
  return {
    batch,
    ids,
    changes: [insertParts(incidentId, placed), ...placeEntries(incidentId, 'timeline', moved)],
    moved: moved.map(({ id }) => ({ key: 'timeline', id })),
  };
}
