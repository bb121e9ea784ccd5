import type { Milestone } from '../record/milestone.ts';
import type { DayBase } from './day-base.ts';
import { dateEntries } from './day-context.ts';
import type { Entry } from './entry.ts';
import { insertByTime, msOf, type PlacedEvent, toEvent } from './timeline.ts';
import { endOf, startOf } from './windows.ts';
import type { ZoneContext } from './zone-context.ts';

const minute = 60_000;

/** Marks the entry of that minute, or adds one. */
function place(events: PlacedEvent[], placed: PlacedEvent, milestone: Milestone): void {
  const ms = msOf(placed.event);
  if (Number.isNaN(ms)) return;
  const home = events.find(
    ({ event }) => event.precision === 'instant' && Math.floor(msOf(event) / minute) === Math.floor(ms / minute),
  );
  const target = home ?? placed;
  if (target.event.milestone !== undefined) return;
  Object.assign(target.event, { milestone, inferred: true, inferredFrom: 'wording' });
  if (!home) insertByTime(events, placed);
}

/**
 * Suggests start and end of impact from a window told in prose, where neither is stated nor explained by a claim. The window's own
 * entry in the timeline, if it is one, is split into its two ends.
 */
export function suggestWindow(
  events: PlacedEvent[],
  window: Entry | undefined,
  base: DayBase,
  zone: ZoneContext,
  lineOf: (offset: number) => number,
): void {
  const end = window && endOf(window.mention);
  const known = new Set<string | undefined>(events.map(({ event }) => event.milestone));
  if (!window || !end || known.has('impactStarted') || known.has('mitigated') || known.has('resolved')) return;
  const pair: Entry[] = [
    { ...window, mention: startOf(window.mention) },
    { ...window, mention: end, text: 'End of the impact' },
  ];
  const placed = dateEntries(pair, base).map((dated) => {
    const { milestone: _, ...event } = toEvent(dated, zone, lineOf);
    return { event, from: window.from, to: window.to };
  });
  const whole = events.findIndex(
    ({ event, from }) => event.precision === 'range' && from >= window.from && from < window.to,
  );
  if (whole >= 0) events.splice(whole, 1);
  for (const [index, half] of placed.entries()) place(events, half, index === 0 ? 'impactStarted' : 'mitigated');
}
