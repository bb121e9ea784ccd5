import { z } from 'zod';
import { noticeKinds } from './index.ts';

const isZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

const ClockTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'a time as 18:30');
const Weekday = z.number().int().min(1).max(7);

/** How somebody has notices of one kind. */
export const Choice = z.strictObject({
  /** At once, with the others in a digest, or not at all. */
  email: z.enum(['now', 'digest', 'off']),
  /** As a message of the organisation's Slack app. */
  slack: z.boolean(),
});
export type Choice = z.infer<typeof Choice>;

/** How somebody wants to hear of things. */
export const Preference = z.strictObject({
  /** `Europe/Berlin`. */
  zone: z.string().max(100).refine(isZone, 'a time zone as Europe/Berlin'),
  /** By kind; one that is not named is told by e-mail at once. */
  kinds: z.record(z.string().max(100), Choice),
  /** Between these times nothing comes but what is urgent. */
  quiet: z.strictObject({ from: ClockTime, to: ClockTime }).nullable(),
  /** Days on which things may come, Monday is 1. */
  days: z.array(Weekday).min(1).max(7),
  digest: z.strictObject({
    every: z.enum(['day', 'week']),
    /** Of a weekly one. */
    weekday: Weekday,
    hour: z.number().int().min(0).max(23),
  }),
});
export type Preference = z.infer<typeof Preference>;

/** What holds for somebody who never said anything. */
export const defaultPreference = (zone = 'UTC'): Preference => ({
  zone: isZone(zone) ? zone : 'UTC',
  kinds: {},
  quiet: null,
  days: [1, 2, 3, 4, 5, 6, 7],
  digest: { every: 'day', weekday: 1, hour: 8 },
});

const usual: Choice = { email: 'now', slack: false };

/** What somebody chose for a kind. */
export const choiceOf = ({ kinds }: Preference, kind: string): Choice => kinds[kind] ?? usual;

/** The kinds that people choose about, in their order. */
export const chosenKinds = noticeKinds.filter((kind) => !('chosen' in kind));
