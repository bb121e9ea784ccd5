import { z } from 'zod';
import { regionForm } from '../../calendar/holidays.ts';
import { readWorkSpan } from '../../calendar/work-span.ts';
import { isKnownZone } from '../../values/offset.ts';

const Time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'is a time of day as 09:00');
const Span = z
  .string()
  .trim()
  .max(30)
  .refine((text) => readWorkSpan(text) !== undefined, 'is a span as 3bd (working days), 7d, 2w, 1mo');
const Spans = z.array(Span).max(12);

const DayOfWeek = z.number().int().min(1).max(7);
const Weekend = z.array(DayOfWeek).max(6, 'leaves no working day');
const Quiet = z.strictObject({ from: Time, to: Time });

/** When people are reminded of what follows from an incident. Part of the list of settings. */
export const followSettings = {
  'follow.zone': {
    sentence: 'Zone in which working days and times of day count for reminders; without one that of documents.',
    schema: z
      .string()
      .max(60)
      .refine((zone) => isKnownZone(zone), 'is no zone that is known: UTC, Europe/Paris, +01:00')
      .nullable(),
    fallback: null as string | null,
  },
  'follow.holidays': {
    sentence: 'Countries and states whose public holidays are days off: DE, DE-BY, US-CA.',
    schema: z.array(z.string().trim().regex(regionForm, 'is a country or state as DE, DE-BY, US-CA')).max(10),
    fallback: [] as string[],
  },
  'follow.weekend': {
    sentence: 'Days of the week on which nobody works: 1 is Monday, 7 is Sunday.',
    schema: Weekend,
    fallback: [6, 7] as number[],
  },
  'follow.hour': {
    sentence: 'Time of day at which people are reminded of what is due on a day.',
    schema: Time,
    fallback: '09:00' as string,
  },
  'follow.quiet': {
    sentence: 'Hours in which nobody is reminded of anything that can wait; it comes at their end.',
    schema: Quiet.nullable(),
    fallback: { from: '18:00', to: '08:00' } as z.infer<typeof Quiet> | null,
  },
  'follow.remindBefore': {
    sentence: 'How long before its day the owner of an action is reminded; 0d is on the day itself.',
    schema: Spans,
    fallback: ['3bd', '0d'] as string[],
  },
  'follow.remindAfter': {
    sentence: 'How long after its day the owner of an action that is not done is reminded again.',
    schema: Spans,
    fallback: ['1bd', '1w', '1mo'] as string[],
  },
  'follow.escalateAfter': {
    sentence: 'How long after the day of an action that is not done the lead of the incident is told.',
    schema: Spans,
    fallback: ['5bd', '1mo'] as string[],
  },
  'follow.warnAt': {
    sentence: 'After how much of the time for the document and the meeting the lead is told, in percent.',
    schema: z.array(z.number().int().min(1).max(99)).max(5),
    fallback: [50] as number[],
  },
};
