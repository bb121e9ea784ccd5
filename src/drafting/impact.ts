import type { PostmortemRecord } from '../record/record.ts';
import { clockTime, formatInstant } from '../sources/instant.ts';
import type { Condition, SourceReading } from '../sources/source.ts';
import { formatDuration } from '../values/duration.ts';
import { cite } from './cite.ts';
import { type DraftEvent, statedEvent } from './draft-event.ts';
import { factsOf, firstOfEach } from './facts.ts';
import type { Settled } from './settle-conditions.ts';

/** Alerts that are told one by one. */
const mostTold = 10;

/** `from 14:07 UTC to 15:04 UTC, 57m`; to the second where both are of one minute. */
function fromTo(from: DraftEvent, to: DraftEvent): string {
  const isOneMinute = formatInstant(from.epochMs).slice(0, 16) === formatInstant(to.epochMs).slice(0, 16);
  const timeOf = ({ epochMs }: DraftEvent) =>
    isOneMinute ? `${formatInstant(epochMs).slice(11, 19)} UTC` : clockTime(epochMs);
  return `from ${timeOf(from)} to ${timeOf(to)}, ${formatDuration((to.epochMs - from.epochMs) / 1000)}`;
}

/** What was open, and how long: `Alert X (checkout) was open from 14:07 to 15:04 UTC, 57 minutes`. */
function telling({ name, closedBy }: Condition, opened: DraftEvent, byKey: Map<string, DraftEvent>): string {
  const closed = closedBy === undefined ? undefined : byKey.get(closedBy);
  if (closed === undefined) return `${name} was open from ${clockTime(opened.epochMs)} on ${cite(opened)}.`;
  return `${name} was open ${fromTo(opened, closed)} ${cite(opened)}.`;
}

/** How long the impact lasted, where its begin and its end are both stated. */
export function lasting(events: DraftEvent[]): string | undefined {
  const from = statedEvent(events, 'impactStarted');
  const to = statedEvent(events, 'resolved') ?? statedEvent(events, 'mitigated');
  if (from === undefined || to === undefined || to.epochMs < from.epochMs) return undefined;
  return `Impact lasted ${fromTo(from, to)} ${cite(from)}.`;
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
  const text = [lasting(events) ?? [], told, more].flat().join(' ');
  const named = services.join(', ');
  const impact = {
    ...(text === '' ? {} : { text }),
    ...(named === '' ? {} : { technical: { systems: named }, scope: { services: named } }),
  };
  return Object.keys(impact).length === 0 ? {} : { impact };
}
