import { formatInstant } from '../sources/instant.ts';
import type { DraftEvent } from './draft-event.ts';

/** Joins the events of one storm (`fold`) into its first one, with how often it was seen and when last. Keeps the order. */
export function foldStorms(events: DraftEvent[]): DraftEvent[] {
  const storms = new Map<string, DraftEvent[]>();
  const folded: DraftEvent[][] = [];
  for (const event of events) {
    const storm = event.fold === undefined ? undefined : storms.get(event.fold);
    if (storm) {
      storm.push(event);
      continue;
    }
    const parts = [event];
    if (event.fold !== undefined) storms.set(event.fold, parts);
    folded.push(parts);
  }
  return folded.map(joined);
}

function joined(parts: DraftEvent[]): DraftEvent {
  const first = parts[0] as DraftEvent;
  const count = parts.reduce((sum, part) => sum + (part.count ?? 1), 0);
  if (count === 1) return first;
  const lastMs = parts.reduce((last, part) => Math.max(last, part.lastMs ?? part.epochMs), 0);
  const texts = [...new Set(parts.map(({ text }) => text))].slice(1, 4);
  const seen = `Seen ${count} times, last at ${formatInstant(lastMs)}.`;
  const others = texts.length === 0 ? '' : `Also: ${texts.join('; ')}`;
  const places = parts.map(({ evidence }) => evidence);
  return { ...first, count, lastMs, places, notes: [seen, first.notes, others].filter(Boolean).join('\n\n') };
}
