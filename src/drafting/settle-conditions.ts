import type { Condition, SourceReading } from '../sources/source.ts';
import { compareText, type DraftEvent } from './draft-event.ts';

/** What became of everything that was opened: alerts over all deliveries. */
export type Settled = { open: Condition[]; closed: Condition[] };

/** One state per condition; closed in any delivery means closed, and a known end comes before an unknown one. */
export function settleConditions(readings: SourceReading[]): Settled {
  const states = new Map<string, Condition>();
  for (const condition of readings.flatMap(({ conditions }) => conditions)) {
    const known = states.get(condition.key);
    if (!known || compareConditions(condition, known) < 0) states.set(condition.key, condition);
  }
  const all = [...states.values()].sort((a, b) => compareText(a.key, b.key));
  return { open: all.filter(({ state }) => state === 'open'), closed: all.filter(({ state }) => state === 'closed') };
}

/** Negative when `a` is the one to keep: the surer state, then a fixed order. */
function compareConditions(a: Condition, b: Condition): number {
  return certainty(b) - certainty(a) || compareText(JSON.stringify(a), JSON.stringify(b));
}

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
    event === last && event.milestone === undefined
      ? { ...event, milestone: 'mitigated', inferredFrom: 'position' }
      : event,
  );
}
