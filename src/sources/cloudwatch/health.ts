import type { Context } from '../reading.ts';
import { readInstant } from '../instant.ts';
import { splitText } from '../keep.ts';
import { memberOf, textOf } from '../lenient.ts';
import type { BusEvent } from './schema.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Writes when AWS says that an issue of its own began and ended. Announcements of planned work have times ahead and are no events. */
export function readHealth(event: BusEvent, at: string, { reading, ignored, keep }: Context): void {
  const { detail } = event;
  if (textOf(detail, 'eventTypeCategory') !== 'issue') return;
  const code = keep(textOf(detail, 'eventTypeCode') ?? 'issue');
  const identity = keep(textOf(detail, 'eventArn') ?? event.id ?? '');
  const name = `AWS ${keep(textOf(detail, 'service') ?? '')} ${code}`.replace(/ {2,}/g, ' ');
  const words = memberOf(detail, 'eventDescription');
  const told = Array.isArray(words) ? textOf(words[0], 'latestDescription') : undefined;
  const { text, notes } = splitText(told === undefined ? `${name} began` : `${name} began: ${keep(told)}`);
  const began = readDate(textOf(detail, 'startTime'));
  const ended = readDate(textOf(detail, 'endTime'));
  const base = { actor: 'AWS Health', evidence: `${at}/detail` };
  if (began === undefined) ignored.add('the start of an issue of AWS', 'it is no time', `${at}/detail/startTime`);
  else
    reading.events.push({
      ...base,
      key: `cloudwatch:health-began:${identity}`,
      epochMs: began,
      text,
      ...(notes === undefined ? {} : { notes }),
    });
  if (ended === undefined || textOf(detail, 'statusCode') === 'open') return;
  reading.events.push({ ...base, key: `cloudwatch:health-ended:${identity}`, epochMs: ended, text: `${name} ended` });
}

/** The resources that a notice of AWS Health names, the first twenty. */
export function affectedBy(detail: Record<string, unknown>): string {
  const entities = memberOf(detail, 'affectedEntities');
  const names = Array.isArray(entities)
    ? entities.flatMap((entity: unknown) => textOf(entity, 'entityValue') ?? [])
    : [];
  return [...names.slice(0, 20), ...(names.length > 20 ? [`and ${names.length - 20} more`] : [])].join(', ');
}

/** `Sat, 4 Mar 2026 13:00:00 GMT`, the form of AWS Health, or RFC 3339. */
function readDate(text: string | undefined): number | undefined {
  const match = /^[A-Z][a-z]{2}, (\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d\d:\d\d:\d\d) (?:GMT|UTC)$/.exec(text ?? '');
  if (!match) return readInstant(text);
  const [, day = '', month = '', year, clock] = match;
  const number = String(months.indexOf(month) + 1).padStart(2, '0');
  return readInstant(`${year}-${number}-${day.padStart(2, '0')}T${clock}Z`);
}
