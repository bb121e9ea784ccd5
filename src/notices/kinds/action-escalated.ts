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

export const actionEscalated = noticeKind({
  name: 'action.escalated',
  sentence: 'An action that somebody else owns is long overdue, and you lead.',
  toChannels: true,
  values: ActionTold.extend({ days: z.number().int().min(0) }),
  example: { ...exampleAction, days: 12 },
  tell: ({ days, ...action }, about) => ({
    subject: `Escalated: ${actionName(action)} is ${counted(days, 'day')} overdue`,
    sentences: [
      `It follows from ${titled(about)}, and ${action.owner === '' ? 'nobody owns it' : `${action.owner} was reminded`}.`,
      'Make time for it, give it to somebody else, or decline it with the reason.',
    ],
    facts: actionFacts(action),
    link: { label: 'Open the action', path: actionPath(about, action) },
  }),
});
