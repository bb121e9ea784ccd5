import type { SourceReading } from '../sources/source.ts';
import { compareEvents, compareText, type DraftEvent } from './draft-event.ts';

/**
 * The events of all readings in time order. One key is one event: of several deliveries the one that counts most is kept,
 * so that the same delivery twice changes nothing.
 */
export function mergeEvents(readings: SourceReading[]): DraftEvent[] {
  const events = new Map<string, DraftEvent>();
  for (const reading of readings) {
    for (const event of reading.events) {
      const candidate: DraftEvent = { ...event, source: reading.source };
      const known = events.get(event.key);
      if (!known || compareDeliveries(candidate, known) < 0) events.set(event.key, candidate);
    }
  }
  return [...events.values()].sort(compareEvents);
}

/** Negative when `a` is the delivery to keep: seen more often, then later, then a fixed order. */
function compareDeliveries(a: DraftEvent, b: DraftEvent): number {
  return (
    (b.count ?? 1) - (a.count ?? 1) ||
    (b.lastMs ?? 0) - (a.lastMs ?? 0) ||
    compareText(a.evidence, b.evidence) ||
    compareText(JSON.stringify(a), JSON.stringify(b))
  );
}
