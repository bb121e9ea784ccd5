import { z } from 'zod';
import {
  actionFacts,
  actionPath,
  actionName,
  ActionTold,
  exampleAction,
  counted,
  noticeKind,
  titled,
} from '../notice-kind.ts';

export const actionOverdue = noticeKind({
  name: 'action.overdue',
  sentence: 'An action of yours is overdue.',
  toChannels: true,
  values: ActionTold.extend({ days: z.number().int().min(1) }),
  example: { ...exampleAction, days: 1 },
  tell: ({ days, ...action }, about) => ({
    subject: `${actionName(action)} is ${counted(days, 'day')} overdue`,
    sentences: [
      `It follows from ${titled(about)}; until it is done the same can happen again.`,
      'Mark it done when it is, give it another date with the reason, or decline it with the reason.',
    ],
    facts: actionFacts(action),
    link: { label: 'Open the action', path: actionPath(about, action) },
  }),
});
