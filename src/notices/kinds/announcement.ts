import { z } from 'zod';
import { noticeKind } from '../notice-kind.ts';

export const announcement = noticeKind({
  name: 'announcement',
  sentence: 'You are on a list of people who are told about incidents.',
  toChannels: false,
  urgent: true,
  chosen: false,
  values: z.object({ subject: z.string(), text: z.string(), path: z.string() }),
  example: {
    subject: 'Investigating: payments fail',
    text: 'We are looking into a disruption of payments.\n\nWe will tell more as soon as we know it.',
    path: '/status',
  },
  tell: ({ subject, text, path }) => ({
    subject,
    sentences: text.split(/\n{2,}/),
    link: { label: 'Where to read more', path },
  }),
});
