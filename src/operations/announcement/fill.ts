import type { Figures } from '../../record/figure.ts';
import type { PostmortemRecord } from '../../record/record.ts';
import { formatDuration } from '../../values/duration.ts';

/** Places that a message may have, and what stands there; undefined for what is not known yet. A new one is a line here. */
function valuesOf({ incident, summary, impact, systems, resolution, timeline }: PostmortemRecord, figures: Figures) {
  const seconds = figures['duration']?.status === 'known' ? figures['duration'].seconds : undefined;
  const at = (milestone: string) => {
    const event = timeline?.find((one) => one.milestone === milestone);
    return event?.written ?? event?.at?.replace('T', ' ').replace(/Z$/, ' UTC');
  };
  const names = systems?.flatMap(({ name }) => name ?? []).join(', ');
  return {
    title: incident?.title,
    services: incident?.services ?? (names === '' ? undefined : names),
    severity: incident?.severity,
    start: incident?.start?.written ?? at('impactStarted'),
    end: incident?.end?.written ?? at('resolved'),
    duration: seconds === undefined ? undefined : formatDuration(seconds),
    impact: summary?.impact ?? impact?.customers?.text ?? impact?.text,
    cause: summary?.rootCause,
    resolution: summary?.resolution ?? resolution?.text,
    summary: summary?.text,
  } satisfies Record<string, string | undefined>;
}

const place = /\{(\w{1,20})\}/g;

/** A message with what is known; a paragraph that is nothing but an unknown is left out, any other place stays to be filled by hand. */
export function fill(message: string, record: PostmortemRecord, figures: Figures): string {
  const values: Record<string, string | undefined> = valuesOf(record, figures);
  return message
    .split(/\n{2,}/)
    .map((paragraph) => {
      const alone = /^\{(\w{1,20})\}$/.exec(paragraph.trim())?.[1];
      if (alone !== undefined) return values[alone]?.trim() ?? '';
      return paragraph.replace(place, (hole, name: string) => values[name]?.trim() ?? hole);
    })
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}

/** Places that nobody has filled. */
export const unfilledIn = (text: string): string[] => [...new Set(text.match(place))];
