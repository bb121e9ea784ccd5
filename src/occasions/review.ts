import { nearestBusinessDay } from '../calendar/business-days.ts';
import { dayAt } from '../calendar/zoned.ts';
import { ladderOf } from '../reviews/ladder.ts';
import { rungText } from '../reviews/rung-text.ts';
import type { Follow, Occasion, OccasionKind, Subject } from './occasion.ts';
import { type Step, stepsAround } from './on-day.ts';

/** What every review has to answer; the figures for it are there already. */
const questions = [
  'Has it come back?',
  'Is it found and over sooner than before?',
  'Are its actions done, and verified?',
  'Are its success criteria met?',
];

function reminder(rung: string, day: string, { at, step }: Step, { calendar }: Follow): Occasion {
  const review = rungText(rung);
  return {
    key: `review/${rung}/${day}/${step}`,
    kind: 'review',
    at,
    about: `review/${rung}`,
    to: [],
    label: review,
    due: day,
    step,
    tell: (nowMs) => ({
      kind: 'review.due',
      values: { review, due: day, late: dayAt(nowMs, calendar.zone) > day, questions },
    }),
  };
}

/** The days of an incident's reviews that were not held, as the organisation works. */
function daysOf({ record, milestones, policy, reviews = [] }: Subject, { calendar }: Follow) {
  const held = new Set(reviews.filter((one) => one.held).map(({ rung }) => rung));
  const workingDay = (day: string) => nearestBusinessDay(day, calendar, 1);
  const withTimes = { ...record, timeline: [...milestones] };
  return ladderOf({ record: withTimes, policy, moved: reviews, workingDay }).flatMap(({ rung, day }) =>
    day === undefined || held.has(rung) ? [] : [{ rung, day }],
  );
}

/** Reminds the lead of a review, before its day and after it, until it is held. */
export const review: OccasionKind = {
  kind: 'review',
  plan: (subject, follow) =>
    daysOf(subject, follow).flatMap(({ rung, day }) => {
      const before = stepsAround(day, follow.remindBefore, '-', follow);
      const after = stepsAround(day, follow.remindAfter, '+', follow);
      return [...before, ...after].map((step) => reminder(rung, day, step, follow));
    }),
};
