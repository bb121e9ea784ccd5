import type { Condition, SourceReading } from '../sources/source.ts';
import { compareText, type DraftEvent } from './draft-event.ts';

/** What became of everything that was opened: alerts over all deliveries. */
export type Settled = { open: Condition[]; closed: Condition[] };

/** One state per condition: the latest where times are known, else closed before open, and a known end before an unknown one. */
export function settleConditions(readings: SourceReading[]): Settled {
  const byKey = Map.groupBy(
    readings.flatMap(({ conditions }) => conditions),
    ({ key }) => key,
  );
  const all = [...byKey.values()]
    .flatMap((states) => withOpening(states.toSorted(compareConditions)))
    .sort((a, b) => compareText(a.key, b.key));
  return { open: all.filter(({ state }) => state === 'open'), closed: all.filter(({ state }) => state === 'closed') };
}

/** The first of the states of one condition, with the event that opened it when another delivery told that. */
function withOpening([settled, ...others]: Condition[]): Condition[] {
  if (!settled) return [];
  const openedBy = settled.openedBy ?? others.find((other) => other.openedBy !== undefined)?.openedBy;
  return [openedBy === undefined ? settled : { ...settled, openedBy }];
}

/** Negative when `a` is the one to keep: the surer state, then a fixed order. */
function compareConditions(a: Condition, b: Condition): number {
  return latest(a, b) || certainty(b) - certainty(a) || compareText(JSON.stringify(a), JSON.stringify(b));
}

/** A state without a time comes after those with one, so that the order of all three rules stays one order. */
const latest = (a: Condition, b: Condition) => (b.sinceMs ?? 0) - (a.sinceMs ?? 0);

const certainty = ({ state, closedBy }: Condition) => (state === 'open' ? 0 : closedBy === undefined ? 1 : 2);

/**
 * Suggests `mitigated` on the event that closed the last condition, when all are closed at known times.
 * That a rule stopped matching does not prove that users were served again, hence only a suggestion.
 */
export function suggestMitigated(events: DraftEvent[], { open, closed }: Settled): DraftEvent[] {
  if (open.length > 0 || closed.length === 0 || closed.some(({ closedBy }) => closedBy === undefined)) return events;
  const closing = new Set(closed.map(({ closedBy }) => closedBy));
  const last = events.findLast(({ key }) => closing.has(key));
  return events.map((event) =>
    event === last && event.milestone === undefined && !event.isInTimeline
      ? { ...event, milestone: 'mitigated', inferredFrom: 'position' }
      : event,
  );
}
