import { readInstant } from '../instant.ts';
import { splitText } from '../keep.ts';
import type { SourceEvent } from '../source.ts';
import { changeReasons } from './reasons.ts';
import { objectName } from './object.ts';
import type { Event } from './schema.ts';

const firstTime = (times: (string | null | undefined)[]) =>
  times.map(readInstant).find((epochMs) => epochMs !== undefined);

/** First and last time of an event. Undefined when it has no time at all; storing time counts last. */
export function eventTimes(event: Event): { firstMs: number; lastMs: number } | undefined {
  const last = [event.series?.lastObservedTime, event.lastTimestamp, event.deprecatedLastTimestamp];
  const first = [event.firstTimestamp, event.deprecatedFirstTimestamp, event.eventTime];
  const firstMs = firstTime([...first, ...last, event.metadata?.creationTimestamp]);
  if (firstMs === undefined) return undefined;
  return { firstMs, lastMs: Math.max(firstMs, firstTime(last) ?? firstMs) };
}

/** The object it speaks of, in either API. */
export const objectOf = (event: Event) => event.involvedObject ?? event.regarding ?? {};

/** One event with its identity (uid, where it has one) and its storm: object and reason. */
export function clusterEvent(
  event: Event,
  times: { firstMs: number; lastMs: number },
  evidence: string,
  keep: (text: string) => string,
): SourceEvent {
  const object = keep(objectName(objectOf(event)));
  const reason = keep(event.reason ?? '') || 'Event';
  const { text, notes } = splitText(keep(event.message ?? event.note ?? ''));
  const { source, reportingComponent, reportingController, deprecatedSource } = event;
  const actor = source?.component || reportingComponent || reportingController || deprecatedSource?.component;
  const count = Math.max(1, event.series?.count ?? event.count ?? event.deprecatedCount ?? 1);
  return {
    key: `kubernetes:${event.metadata?.uid || `${object}:${reason}:${times.firstMs}:${text}`}`,
    epochMs: times.firstMs,
    text: text === '' ? `${reason} on ${object}` : `${reason} on ${object}: ${text}`,
    ...(notes === undefined ? {} : { notes }),
    ...(actor ? { actor: keep(actor) } : {}),
    ...(changeReasons.has(event.reason ?? '') ? { change: true as const } : {}),
    evidence,
    count,
    lastMs: times.lastMs,
    // Warnings of one object and reason are one storm; a Normal event is one only when it says the same again.
    fold: `kubernetes:${object}:${reason}${event.type === 'Normal' ? `:${text}` : ''}`,
  };
}
