import { z } from 'zod';
import { noticeKind } from '../notice-kind.ts';

export const statusUpdate = noticeKind({
  name: 'status.update',
  sentence: 'The status page tells something new.',
  toChannels: false,
  urgent: true,
  chosen: false,
  values: z.object({
    page: z.string(),
    title: z.string(),
    status: z.string(),
    text: z.string(),
    path: z.string(),
    components: z.string(),
  }),
  example: {
    page: 'Status',
    title: 'Payments fail',
    status: 'Identified',
    text: 'We found the cause and are mending it.',
    path: '/status/incidents/00000000-0000-4000-8000-000000000000',
    components: 'Payments: Major outage',
  },
  tell: ({ page, title, status, text, path, components }) => ({
    subject: `${status}: ${title}`,
    sentences: text.split(/\n{2,}/),
    facts: [['Page', page], ['Status', status], ...(components === '' ? [] : ([['Affected', components]] as const))],
    link: { label: 'Open the status page', path },
  }),
});
