import type { Milestone } from '../record/milestone.ts';
import type { Moment } from '../record/moment.ts';
import type { PostmortemRecord } from '../record/record.ts';
import { formatInstant } from '../sources/instant.ts';
import type { SourceReading } from '../sources/source.ts';
import { type DraftEvent, statedEvent } from './draft-event.ts';
import { factsOf, firstOfEach } from './facts.ts';
import { severityOf } from './severity.ts';

const titleOrder = ['alert', 'conversation', 'symptom'] as const;

/** Best title: an alert's name with its service, else what a conversation is called, else the first symptom. */
function titleOf(readings: SourceReading[]): string | undefined {
  const titles = factsOf(readings, 'titles');
  return titleOrder.map((kind) => titles.find(({ from }) => from === kind)?.value).find((value) => value !== undefined);
}

/** The incident's header. Start and end only where they are stated or measured: an alert's times are neither. */
export function headerOf(
  readings: SourceReading[],
  events: DraftEvent[],
  options: { title?: string; id?: string },
): NonNullable<PostmortemRecord['incident']> {
  const stated = (milestone: Milestone) => statedEvent(events, milestone);
  const title = options.title ?? titleOf(readings);
  const first = stated('impactStarted') ?? stated('detected') ?? events[0];
  const start = stated('impactStarted');
  const end = stated('resolved') ?? (start && stated('mitigated'));
  const { severity } = severityOf(readings);
  const services = firstOfEach(factsOf(readings, 'services'), ({ value }) => value).map(({ value }) => value);
  return {
    ...(options.id === undefined ? {} : { id: options.id }),
    ...(title === undefined ? {} : { title }),
    ...(first ? { date: formatInstant(first.epochMs).slice(0, 10) } : {}),
    ...(start ? { start: momentOf(start) } : {}),
    ...(end ? { end: momentOf(end) } : {}),
    ...(severity === undefined ? {} : { severity }),
    ...(services.length > 0 ? { services: services.join(', ') } : {}),
  };
}

/** An instant in UTC as a moment of the record. */
export function momentOf({ epochMs }: { epochMs: number }): Moment {
  return { at: formatInstant(epochMs), precision: 'instant', zone: 'UTC' };
}
