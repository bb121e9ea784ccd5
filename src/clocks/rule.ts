import { z } from 'zod';
import { regionForm } from '../calendar/holidays.ts';
import { readWorkSpan } from '../calendar/work-span.ts';
import { milestones } from '../record/milestone.ts';
import { isKnownZone } from '../values/offset.ts';

const text = (most: number) => z.string().trim().min(1).max(most);

/** The name of a clock: what people settle, so it stays the same when its text changes. */
export const ClockId = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(?:[-.:][a-z0-9]+)*$/, 'a name of small letters, digits and hyphens, such as gdpr-33');

/** From when a clock counts. `aware` is the detection, or else the declaration, of the incident. */
export const From = z.union([
  z.enum(['aware', ...milestones]),
  /** When another clock was done: a final report counts from the notification. */
  z.strictObject({ done: ClockId }),
  /** Something that happens and is no milestone; `words` find it in the timeline, as a suggestion. */
  z.strictObject({ event: text(120), words: z.array(text(80)).max(20).default([]) }),
]);
export type From = z.infer<typeof From>;

const Within = z
  .string()
  .max(20)
  .refine((written) => readWorkSpan(written) !== undefined, 'a length such as 72h, 60d, 2w, 1mo, 4bd (business days)');

/** One deadline as a law or a contract sets it. */
export const ClockRule = z.strictObject({
  id: ClockId,
  regime: text(60),
  /** What else a document calls the regime, when it says whether it applies. */
  also: z.array(text(60)).max(20).default([]),
  /** A heading that covers several regimes (`State laws`): a no to it is a no to this one, a yes asks which. */
  under: text(60).optional(),
  tell: text(200),
  what: text(300),
  /** Organisations it concerns: one of these must be named in the setting; none means every one. */
  who: z.array(text(60)).max(20).default([]),
  /** Severities at which it applies by itself. */
  severities: z.array(text(60)).max(20).optional(),
  /** Only when data was compromised. */
  data: z.literal(true).optional(),
  /** What it means that the regime applies; a document that says yes to the regime says yes to this. */
  when: text(400).optional(),
  /** What else must be so, which only a person can say. */
  only: text(400).optional(),
  from: From,
  /** None where the law names no number; `promptly` has its words then. */
  within: Within.optional(),
  promptly: text(120).optional(),
  /** A second limit: the earlier of both counts, unless the first begins after this one has passed. */
  latest: z.strictObject({ from: From, within: Within }).optional(),
  /** It counts from the end of the calendar year in which it begins. */
  yearEnd: z.literal(true).optional(),
  /** An end on a day off moves: to the end of the next working day, or to its noon. */
  dayOff: z.enum(['next', 'noon']).optional(),
  /** Whose holidays count: US, DE, DE-BY. */
  region: z.string().regex(regionForm, 'a country such as DE, or a region such as DE-BY').optional(),
  zone: z
    .string()
    .max(60)
    .refine((zone) => isKnownZone(zone), 'a zone such as Europe/Berlin')
    .optional(),
  /** When the addressee closes on the last day: 17:30. */
  closes: z
    .string()
    .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'a time of day such as 17:30')
    .optional(),
  cite: text(300),
  link: z
    .string()
    .max(500)
    .regex(/^https:\/\/\S+$/, 'an https address')
    .optional(),
  note: text(600).optional(),
});
export type ClockRule = z.infer<typeof ClockRule>;

/** A rule as it is written: what has a usual value may be left out. */
export type WrittenRule = z.input<typeof ClockRule>;

/** What a team says of its own: rules beside those that come along, or in their place. */
export const OwnRules = z
  .strictObject({
    /** Built-in clocks that are not wanted. */
    without: z.array(ClockId).max(200).default([]),
    /** One with the name of a built-in takes its place. */
    rules: z.array(ClockRule).max(200).default([]),
  })
  .superRefine(({ rules }, context) => {
    for (const [index, { id, within, promptly }] of rules.entries()) {
      if (rules.findIndex((other) => other.id === id) !== index)
        context.addIssue({ code: 'custom', path: ['rules', index, 'id'], message: `two rules are called ${id}` });
      if (within === undefined && promptly === undefined)
        context.addIssue({
          code: 'custom',
          path: ['rules', index],
          message: 'within or promptly is missing: a time such as 72h, or the words of the law where it names none',
        });
    }
  });
export type OwnRules = z.infer<typeof OwnRules>;
