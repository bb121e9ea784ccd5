import type { PostmortemRecord } from '../record/record.ts';
import { clockTime } from '../sources/instant.ts';
import type { Condition, SourceReading } from '../sources/source.ts';
import { formatDuration } from '../values/duration.ts';
import { cite } from './cite.ts';
import type { DraftEvent } from './draft-event.ts';
import { factsOf, firstOfEach } from './facts.ts';
import type { Settled } from './settle-conditions.ts';

/** Alerts that are told one by one. */
const mostTold = 10;

/** What was open, and how long: `Alert X (checkout) was open from 14:07 to 15:04 UTC, 57 minutes`. */
function telling({ name, closedBy }: Condition, opened: DraftEvent, byKey: Map<string, DraftEvent>): string {
  const closed = closedBy === undefined ? undefined : byKey.get(closedBy);
  if (closed === undefined) return `${name} was open from ${clockTime(opened.epochMs)} on ${cite(opened)}.`;
  const length = formatDuration((closed.epochMs - opened.epochMs) / 1000);
  return `${name} was open from ${clockTime(opened.epochMs)} to ${clockTime(closed.epochMs)}, ${length} ${cite(opened)}.`;
}

/** What systems say of the impact: which alerts were open and how long, and which services they name. Never users or money. */
export function impactOf(
  readings: SourceReading[],
  events: DraftEvent[],
  { open, closed }: Settled,
): Pick<PostmortemRecord, 'impact'> {
  const byKey = new Map(events.map((event) => [event.key, event]));
  const opened = [...open, ...closed]
    .flatMap((condition) => {
      const event = condition.openedBy === undefined ? undefined : byKey.get(condition.openedBy);
      return event === undefined ? [] : [{ condition, event }];
    })
    .sort((a, b) => events.indexOf(a.event) - events.indexOf(b.event));
  const told = opened.slice(0, mostTold).map(({ condition, event }) => telling(condition, event, byKey));
  const next = opened[mostTold]?.event;
  const more = next === undefined ? [] : [`${opened.length - mostTold} more were open, from ${cite(next)} on.`];
  const services = firstOfEach(factsOf(readings, 'services'), ({ value }) => value).map(({ value }) => value);
  const text = [...told, ...more].join(' ');
  const named = services.join(', ');
  const impact = {
    ...(text === '' ? {} : { text }),
    ...(named === '' ? {} : { technical: { systems: named }, scope: { services: named } }),
  };
  return Object.keys(impact).length === 0 ? {} : { impact };
}
