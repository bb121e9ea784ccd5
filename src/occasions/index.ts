import { actionEscalation } from './action-escalation.ts';
import { actionReminder } from './action-reminder.ts';
import { clock } from './clock.ts';
import { deadline } from './deadline.ts';
import { review } from './review.ts';
import type { Follow, Occasion, OccasionKind, Subject } from './occasion.ts';

export type { FollowedAction, Follow, KeptReview, Occasion, OccasionKind, Subject } from './occasion.ts';

/** Every kind of occasion. A new one is a file and a line here. */
export const occasionKinds: readonly OccasionKind[] = [actionReminder, actionEscalation, deadline, clock, review];

/** Every occasion of an incident, whether its moment is over or not; each key once. */
export function occasionsOf(subject: Subject, follow: Follow): Occasion[] {
  const planned = occasionKinds.flatMap(({ plan }) => plan(subject, follow));
  // Years that the database does not take: one such moment would keep all the others from being kept.
  const all = planned.filter(({ at }) => /^[1-9]\d{3}-/.test(at));
  return [...new Map(all.map((occasion) => [occasion.key, occasion])).values()];
}
