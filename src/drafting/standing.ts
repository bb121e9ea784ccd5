import type { PostmortemRecord } from '../record/record.ts';
import { formatInstant } from '../sources/instant.ts';
import { compareEvents, type DraftEvent, withoutMilestone } from './draft-event.ts';
import { entryFinder, type Standing } from './entry-finder.ts';
import { exactMs } from './exact-ms.ts';
import { stepEvents } from './step-events.ts';

/** What the document says of an event: whoever changed it there, or confirmed its milestone, is right. */
function asStanding(event: DraftEvent, { entry, epochMs }: Standing): DraftEvent {
  const { quoted, ...plain } = withoutMilestone(event);
  const { milestone, inferred, inferredFrom, actor, text } = entry;
  const phase = (entry.phase ?? event.phase) as DraftEvent['phase'];
  const isUnmoved = formatInstant(event.epochMs) === formatInstant(epochMs);
  return {
    ...plain,
    epochMs: isUnmoved ? event.epochMs : epochMs,
    ...(text ? { text } : {}),
    ...(text === event.text ? {} : { told: text }),
    ...(actor ? { actor } : {}),
    ...(quoted && text === event.text ? { quoted } : {}),
    ...(phase ? { phase } : {}),
    ...(milestone ? { milestone } : {}),
    ...(milestone && inferred ? { inferredFrom: inferredFrom === 'position' ? 'position' : 'wording' } : {}),
    isInTimeline: true,
  } as DraftEvent;
}

/** An event that no evidence tells: it was measured, or a person wrote it. */
function ofDocument(standing: Standing, index: number): DraftEvent {
  const { source = 'timeline', evidence = '', text = '', count } = standing.entry;
  const event = { key: `timeline ${index}`, epochMs: standing.epochMs, text, source, evidence };
  return asStanding({ ...event, ...(count ? { count } : {}) }, standing);
}

/**
 * The events of evidence as the document has them, with what it has beside: moments that were measured or written, and tool calls that were
 * recorded. So a draft tells all of it, and asks nothing that is answered there. A milestone that the document states at a time which is
 * no sure instant is no event's here.
 */
export function withStanding(events: DraftEvent[], { timeline = [], steps = [] }: PostmortemRecord): DraftEvent[] {
  const standing = timeline.flatMap((entry) => {
    const epochMs = entry.text ? exactMs(entry) : undefined;
    return epochMs === undefined ? [] : [{ entry, epochMs }];
  });
  const { ways, taken } = entryFinder(standing);
  const all = [...events, ...stepEvents(steps)];
  const found: (Standing | undefined)[] = [];
  // The surest way first for all of them, so that none takes what is surely another's.
  for (const way of ways) for (const [index, event] of all.entries()) found[index] ??= way(event);
  const known = all.map((event, index) => {
    const one = found[index];
    return one === undefined ? event : asStanding(event, one);
  });
  const others = standing.flatMap((each, index) => (taken.has(each) ? [] : [ofDocument(each, index)]));
  const elsewhere = new Set(
    timeline.flatMap((entry) =>
      entry.milestone && !entry.inferred && exactMs(entry) === undefined ? [entry.milestone] : [],
    ),
  );
  return [...known, ...others].sort(compareEvents).map((event) => {
    return event.milestone !== undefined && elsewhere.has(event.milestone) ? withoutMilestone(event) : event;
  });
}
