import { actionLabel, actionTold } from './action-told.ts';
import { dueDay } from './due-day.ts';
import type { OccasionKind } from './occasion.ts';
import { stepsAround } from './on-day.ts';

/** Tells the lead of the incident that an action is overdue for long. */
export const actionEscalation: OccasionKind = {
  kind: 'action-escalation',
  plan: (subject, follow) =>
    subject.actions.flatMap((action) => {
      const due = action.open ? dueDay(action, subject, follow) : undefined;
      if (due === undefined) return [];
      return stepsAround(due, follow.escalateAfter, '+', follow).map(({ step, at }) => ({
        key: `action-escalation/${action.id}/${due}/${step}`,
        kind: 'action-escalation',
        at,
        about: `escalation/${action.id}`,
        to: [],
        label: actionLabel(action),
        due,
        step,
        tell: (nowMs) => {
          const { values, days } = actionTold(action, due, nowMs, follow);
          return { kind: 'action.escalated', values: { ...values, days: Math.max(0, -days) } };
        },
      }));
    }),
};
