import { type Milestone, milestones } from '../record/milestone.ts';
import type { TimelineEvent } from '../record/timeline.ts';
import { plainText } from '../markdown/plain.ts';
import { toEpochMs } from '../values/instant.ts';
import { placeMention } from '../values/time.ts';
import { type DayBase } from './day-base.ts';
import { dateEntries, type Dated } from './day-context.ts';
import type { Entry } from './entry.ts';
import type { LabelMoment } from './label-moments.ts';
import { explicitMilestone } from './milestone-explicit.ts';
import type { ZoneContext } from './zone-context.ts';

/** An event with its place in the view. */
export type PlacedEvent = { event: TimelineEvent; from: number; to: number };

const isMilestone = (name: string): name is Milestone => (milestones as readonly string[]).includes(name);

/** What an entry becomes once its day is known. `stated` is the milestone that it states. */
export function toEvent(
  dated: Dated,
  zone: ZoneContext,
  lineOf: (offset: number) => number,
  stated?: string,
): TimelineEvent {
  const { entry, day, untilDay, carried } = dated;
  const moment = placeMention(entry.mention, day, { zone: zone.zone, context: zone.context, untilDay });
  const text = entry.text.trim();
  const [actor, notes, phase] = [entry.actor?.trim(), entry.notes?.trim(), entry.phase?.trim()];
  const event: TimelineEvent = { written: plainText(entry.written) || entry.written.trim(), ...moment };
  if (carried && moment.at !== undefined) event.carried = true;
  if (text !== '') event.text = text;
  if (actor) event.actor = actor;
  if (notes) event.notes = notes;
  if (phase) event.phase = phase;
  if (stated !== undefined && isMilestone(stated)) event.milestone = stated;
  event.line = lineOf(entry.from);
  return event;
}

/** The instant of an event in milliseconds; NaN without one. */
export const msOf = (event: TimelineEvent): number =>
  event.at === undefined || event.at.length <= 10 ? Number.NaN : toEpochMs(event.at, event.zone);

/** Events of a group that runs newest first, turned round. */
function inOrder(dated: Dated[]): Dated[] {
  const result: Dated[] = [];
  for (let start = 0; start < dated.length;) {
    let end = start + 1;
    while (end < dated.length && dated[end]?.entry.group === dated[start]?.entry.group) end += 1;
    const run = dated.slice(start, end);
    const keys = run.map(
      ({ day, entry }) =>
        `${day ?? ''}${String((entry.mention.clock?.hour ?? 0) * 60 + (entry.mention.clock?.minute ?? 0)).padStart(4, '0')}`,
    );
    const steps = keys
      .slice(1)
      .reduce((sum, key, index) => sum + (key > (keys[index] ?? '') ? 1 : key < (keys[index] ?? '') ? -1 : 0), 0);
    for (const item of steps <= -2 ? run.toReversed() : run) result.push(item);
    start = end;
  }
  return result;
}

/** Builds the events of a document from its entries. Entries that only set a day are dropped, unless they tell something. */
export function buildEvents(
  entries: Entry[],
  base: DayBase,
  zone: ZoneContext,
  lineOf: (offset: number) => number,
): PlacedEvent[] {
  const dated = dateEntries(entries, base);
  const told = dated.filter(({ entry }, index) => {
    if (entry.mention.clock || entry.source !== 'heading') return true;
    // A date that does not exist is an event to correct, unless it is told by the way.
    if (entry.mention.invalid) return !entry.aside;
    const next = dated[index + 1]?.entry;
    return entry.text !== '' && !(next && next.from < entry.to);
  });
  return inOrder(told).map((item) => {
    const { milestone, text, from, to } = item.entry;
    return { event: toEvent(item, zone, lineOf, milestone ?? explicitMilestone(text)), from, to };
  });
}

/** True when two events fall on the same instant. */
export function sameInstant(a: TimelineEvent, b: TimelineEvent): boolean {
  // Nearly always both have seconds or not, and one offset: then the texts are as good.
  if (a.zone === b.zone && a.at?.slice(16) === b.at?.slice(16) && (a.at?.length ?? 0) > 16) return a.at === b.at;
  const [x, y] = [msOf(a), msOf(b)];
  return Number.isNaN(x) || Number.isNaN(y) ? a.at !== undefined && a.at === b.at : x === y;
}

/** Puts an event before the first one that is later. */
export function insertByTime(events: PlacedEvent[], placed: PlacedEvent): void {
  const ms = msOf(placed.event);
  const next = events.findIndex(({ event }) => msOf(event) > ms);
  events.splice(next < 0 ? events.length : next, 0, placed);
}

/** A labelled time without a date falls on the day of the one entry that has the same time. */
function withToldDay(event: TimelineEvent, told: PlacedEvent[]): TimelineEvent {
  const clock = event.carried === true && event.precision === 'instant' ? event.at?.slice(10) : undefined;
  const same = clock ? told.filter(({ event: other }) => other.at?.slice(10) === clock) : [];
  const days = new Set(same.map(({ event: other }) => other.at));
  return days.size === 1 ? { ...event, at: [...days][0] as string } : event;
}

/**
 * Brings labelled moments into the timeline: onto the entry they are part of, else onto an entry of the same instant, else as an
 * event of their own at its place in time.
 */
export function mergeLabelMoments(
  events: PlacedEvent[],
  moments: LabelMoment[],
  base: DayBase,
  zone: ZoneContext,
  lineOf: (offset: number) => number,
): { start?: TimelineEvent; end?: TimelineEvent } {
  const told = [...events];
  const edges: { start?: TimelineEvent; end?: TimelineEvent } = {};
  const dated = dateEntries(
    moments.map(({ entry }) => entry),
    base,
  );
  for (const [index, { milestone, edge, entry, weak }] of moments.entries()) {
    const event = withToldDay(toEvent(dated[index] as Dated, zone, lineOf), told);
    // The end of the incident goes before the end of its impact.
    if (edge && (edges[edge] === undefined || milestone === 'resolved')) edges[edge] = event;
    if (milestone === undefined || (weak && told.some((placed) => placed.event.milestone === milestone))) continue;
    // A paragraph of several labels is an entry of the first time in it only.
    const inside = told.find(
      (placed) =>
        placed.from <= entry.from &&
        entry.to <= placed.to &&
        (placed.event.precision !== 'instant' || sameInstant(placed.event, event)),
    );
    if (inside?.event.precision === 'range' && edge) {
      // Its other end may have taken its place already.
      if (events.includes(inside)) events.splice(events.indexOf(inside), 1);
      insertByTime(events, { event: { ...event, milestone }, from: inside.from, to: inside.from });
      continue;
    }
    const stated = events.some((placed) => placed.event.milestone === milestone && sameInstant(placed.event, event));
    if (stated) continue;
    const home =
      inside ??
      events.find(
        ({ event: other }) =>
          other.precision === 'instant' && other.milestone === undefined && sameInstant(other, event),
      );
    if (home) {
      home.event.milestone ??= milestone;
      continue;
    }
    insertByTime(events, { event: { ...event, milestone }, from: entry.from, to: entry.to });
  }
  return edges;
}
