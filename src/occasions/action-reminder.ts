import { actionLabel, actionTold } from './action-told.ts';
import { dueDay } from './due-day.ts';
import type { FollowedAction, Follow, Occasion, OccasionKind } from './occasion.ts';
import { type Step, stepsAround } from './on-day.ts';

function reminder(action: FollowedAction, due: string, { at, step }: Step, follow: Follow): Occasion {
  const { id, owner } = action;
  return {
    key: `action-reminder/${id}/${due}/${step}`,
    kind: 'action-reminder',
    at,
    about: `action/${id}`,
    to: owner === '' ? [] : [owner],
    label: actionLabel(action),
    due,
    step,
    // Late it says what holds now: one that was to come before the day tells that the day is over.
    tell: (nowMs) => {
      const { values, days } = actionTold(action, due, nowMs, follow);
      return days < 0
        ? { kind: 'action.overdue', values: { ...values, days: -days } }
        : { kind: 'action.due', values: { ...values, days } };
    },
  };
}

/** Reminds the owner of an action, before its day and after it, until it is done or declined. */
export const actionReminder: OccasionKind = {
  kind: 'action-reminder',
  plan: (subject, follow) =>
    subject.actions.flatMap((action) => {
      const due = action.open ? dueDay(action, subject, follow) : undefined;
      if (due === undefined) return [];
      const before = stepsAround(due, follow.remindBefore, '-', follow);
      const after = stepsAround(due, follow.remindAfter, '+', follow);
      return [...before, ...after].map((step) => reminder(action, due, step, follow));
    }),
};
