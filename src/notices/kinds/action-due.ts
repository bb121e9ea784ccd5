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

export const actionDue = noticeKind({
  name: 'action.due',
  sentence: 'An action of yours is due soon.',
  toChannels: false,
  values: ActionTold.extend({ days: z.number().int().min(0) }),
  example: { ...exampleAction, days: 2 },
  tell: ({ days, ...action }, about) => ({
    subject: `${actionName(action)} is due ${days === 0 ? 'today' : `in ${counted(days, 'day')}`}`,
    sentences: [
      `It follows from ${titled(about)}.`,
      'Mark it done when it is; if it takes longer, give it another date and say why.',
    ],
    facts: actionFacts(action),
    link: { label: 'Open the action', path: actionPath(about, action) },
  }),
});
