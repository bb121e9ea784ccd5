import { hash } from 'node:crypto';
import { draftTimeline } from '../../drafting/index.ts';
import type { TimelineEvent } from '../../record/timeline.ts';
import type { SourceReading } from '../../sources/index.ts';
import type { SignalRow } from './load.ts';

/** An event of the timeline that signals make, and those signals. `id` stays the same when more of them come. */
export type SignalEntry = { id: string; epochMs: number; entry: TimelineEvent; signals: SignalRow[] };

/** What signals are shown together by: their storm, the same turn of one condition, or nothing but themselves. */
export function groupOf({ key, fold, conditionKey, conditionState }: SignalRow): string {
  if (fold !== null) return fold;
  return conditionKey === null ? key : `${conditionKey} ${conditionState ?? ''}`;
}

function readingsOf(signals: readonly SignalRow[]): SourceReading[] {
  const facts = { titles: [], severities: [], services: [], systems: [] };
  const more = { people: [], roles: [], links: [], communications: [] };
  return [...Map.groupBy(signals, ({ source }) => source)].map(([source, own]) => ({
    source,
    file: source,
    events: own.map((signal) => ({
      ...signal.event,
      key: signal.key,
      fold: groupOf(signal),
      evidence: `sha256:${signal.sha256}#${signal.pointer}`,
    })),
    conditions: own.flatMap(({ key, event, conditionKey, conditionName, conditionState: state }) =>
      conditionKey === null || state === null
        ? []
        : [
            {
              key: conditionKey,
              name: conditionName ?? conditionKey,
              state,
              sinceMs: event.epochMs,
              // Closed at an unknown time, a condition has no event that says so, and the one that opened it says both.
              ...(state === 'closed' && event.phase !== 'detection' ? { closedBy: key } : { openedBy: key }),
            },
          ],
    ),
    facts: { ...facts, ...more },
    ignored: [],
    masked: 0,
  }));
}

/** The events of a timeline that an incident's signals make. Neither their order nor how they came matters. Pure. */
export function entriesOf(signals: readonly SignalRow[]): SignalEntry[] {
  const byGroup = Map.groupBy(signals, groupOf);
  return draftTimeline(readingsOf(signals)).map(({ group, epochMs, entry }) => ({
    id: `sig${hash('sha256', group).slice(0, 24)}`,
    epochMs,
    entry,
    signals: byGroup.get(group) ?? [],
  }));
}
