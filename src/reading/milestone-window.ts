import type { Claim } from '../record/claim.ts';
import type { Milestone } from '../record/milestone.ts';
import type { TimelineEvent } from '../record/timeline.ts';
import { toEpochMs } from '../values/instant.ts';
import type { DayBase } from './day-base.ts';
import { dateEntries } from './day-context.ts';
import { type Entry, wordsOf } from './entry.ts';
import { recovery } from './milestone-wording.ts';
import { failing } from './milestone-words.ts';
import { insertByTime, msOf, type PlacedEvent, sameInstant, toEvent } from './timeline.ts';
import { endOf, startOf } from './windows.ts';
import type { ZoneContext } from './zone-context.ts';

const minute = 60_000;

/** Marks the entry of that minute, or adds one. */
function place(
  events: PlacedEvent[],
  placed: PlacedEvent,
  milestone: Milestone,
  inferredFrom: 'wording' | 'claim' = 'wording',
): void {
  const ms = msOf(placed.event);
  if (Number.isNaN(ms)) return;
  const home = events.find(
    ({ event }) => event.precision === 'instant' && Math.floor(msOf(event) / minute) === Math.floor(ms / minute),
  );
  const target = home ?? placed;
  if (target.event.milestone !== undefined) return;
  Object.assign(target.event, { milestone, inferred: true, inferredFrom });
  if (!home) insertByTime(events, placed);
}

const spoken = new Set(['duration', 'downtime', 'degraded']);
const plan =
  /\b(?:maintenance|scheduled|planned|(?:would|should|was to|were to|going to) be|support hours|business hours|office hours|working hours)\b/i;

/** A window far from every length stated is another's: `Between 21:00 and 21:10 there had been three pushes.` */
function isFar({ at = '', until = '', zone }: TimelineEvent, lengths: number[]): boolean {
  const seconds = (toEpochMs(until, zone) - toEpochMs(at, zone)) / 1000;
  return lengths.length > 0 && lengths.every((length) => length > seconds * 2 || length < seconds / 2);
}

/**
 * Suggests start and end of impact from an entry that tells a window as long as a stated duration or downtime, or whose two ends are
 * entries themselves: `Slow from 21:30 to 01:48` beside `4 h 18 min`. Ends that the document names itself stay as they are.
 */
export function suggestStatedWindow(events: PlacedEvent[], claims: Claim[]): void {
  if (!events.some(({ event }) => event.precision === 'range')) return;
  const lengths = claims.flatMap(({ figure, value, upTo }) =>
    spoken.has(figure) && value !== undefined && upTo === undefined ? [value] : [],
  );
  const known = new Set<string | undefined>(events.map(({ event }) => event.milestone));
  const instants = new Set(
    events.flatMap(({ event }) => (event.precision === 'instant' ? [Math.floor(msOf(event) / minute)] : [])),
  );
  const isTold = (at: number) => instants.has(Math.floor(at / minute));
  const [found, more] = events.filter(({ event }) => {
    const { at, until, zone, text = '' } = event;
    if (event.precision !== 'range' || at === undefined || until === undefined || plan.test(text)) return false;
    const [start, end] = [toEpochMs(at, zone), toEpochMs(until, zone)];
    const seconds = (end - start) / 1000;
    const measured = lengths.some((length) => Math.abs(length - seconds) < 60);
    return seconds > 0 && (measured || (isTold(start) && isTold(end)));
  });
  const stated = known.has('impactStarted') && (known.has('mitigated') || known.has('resolved'));
  if (!found || more || stated || isFar(found.event, lengths)) return;
  events.splice(events.indexOf(found), 1);
  const { until, milestone: _, ...start } = found.event;
  const halves: [Milestone, string | undefined][] = [
    ['impactStarted', start.at],
    ['mitigated', until],
  ];
  for (const [milestone, at] of halves) {
    if (known.has(milestone) || at === undefined) continue;
    const text = milestone === 'mitigated' ? 'End of the impact' : (start.text ?? 'Impact');
    place(events, { ...found, event: { ...start, at, text, precision: 'instant' } }, milestone, 'claim');
  }
}

/** The two ends of a window as events, before they stand in the timeline; none for a moment without an end. */
export function endsOfWindow(
  window: Entry,
  base: DayBase,
  zone: ZoneContext,
  lineOf: (offset: number) => number,
): PlacedEvent[] {
  const end = endOf(window.mention);
  if (!end) return [];
  const pair: Entry[] = [
    { ...window, mention: startOf(window.mention) },
    { ...window, mention: end, text: 'End of the impact' },
  ];
  return dateEntries(pair, base).map((dated) => ({
    event: toEvent(dated, zone, lineOf),
    from: window.from,
    to: window.to,
  }));
}

const edgesOf: Record<'start' | 'end', (string | undefined)[]> = {
  start: ['impactStarted'],
  end: ['mitigated', 'resolved'],
};

/**
 * Marks the two entries of the timeline at which a window told in prose begins and ends, where there are both. One end that the
 * document names itself vouches for the window: its other end is placed, in an entry of its own if there is none.
 */
export function suggestToldWindow(events: PlacedEvent[], ends: PlacedEvent[]): void {
  const homes = ends.map(({ event }) =>
    events.find(({ event: other }) => other.precision === 'instant' && sameInstant(other, event)),
  );
  if (homes.length !== 2) return;
  const known = new Set<string | undefined>(events.map(({ event }) => event.milestone));
  const [started, ended] = [edgesOf.start, edgesOf.end].map((names) => names.some((name) => known.has(name)));
  if (started && ended) return;
  const [from, to] = homes.map((home) => home?.event.milestone);
  const free = homes.every((home) => home && home.event.milestone === undefined);
  if (ended ? edgesOf.end.includes(to) : !started && free) place(events, ends[0] as PlacedEvent, 'impactStarted');
  if ((started ? edgesOf.start.includes(from) : !ended && free) && !outlasted(events, ends))
    place(events, ends[1] as PlacedEvent, 'mitigated');
}

/**
 * Suggests start and end of impact from a window told in prose, where neither is stated nor explained by a claim. The window's own
 * entry in the timeline, if it is one, is split into its two ends.
 */
export function suggestWindow(events: PlacedEvent[], ends: PlacedEvent[]): void {
  const known = new Set<string | undefined>(events.map(({ event }) => event.milestone));
  const [window] = ends;
  if (!window || known.has('impactStarted') || known.has('mitigated') || known.has('resolved')) return;
  const whole = events.findIndex(
    ({ event, from }) => event.precision === 'range' && from >= window.from && from < window.to,
  );
  if (whole >= 0) events.splice(whole, 1);
  const contested = outlasted(events, ends);
  for (const [index, half] of ends.entries())
    if (index === 0 || !contested) place(events, half, index === 0 ? 'impactStarted' : 'mitigated');
}

/** With fewer entries a timeline does not tell the end as well. */
const fewest = 4;
const halfDay = 720 * minute;

/**
 * A window whose end no entry tells, or one that says that things fail, while a later one says that all is well again: the timeline
 * goes before the sentence.
 */
function outlasted(events: PlacedEvent[], [, end]: PlacedEvent[]): boolean {
  const ms = end ? msOf(end.event) : Number.NaN;
  const told = events.filter(({ event }) => event.precision === 'instant' && event.text !== undefined);
  if (Number.isNaN(ms) || told.length < fewest) return false;
  const words = ({ event }: PlacedEvent) => wordsOf((event.text ?? '').slice(0, 400));
  const close = told.find(({ event }) => Math.abs(msOf(event) - ms) <= 2 * minute);
  // `Resolved as of 11:10`: posts come later than what they tell.
  const clock = end?.event.at?.slice(11, 16) ?? '';
  if (told.some(({ event }) => event.text?.includes(clock))) return false;
  if (close && !(failing.test(words(close)) && recovery(words(close)) < 2)) return false;
  return told.some((placed) => {
    const later = msOf(placed.event) - ms;
    return later >= 10 * minute && later < halfDay && recovery(words(placed)) === 2;
  });
}
