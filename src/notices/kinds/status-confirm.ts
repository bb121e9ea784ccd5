import { z } from 'zod';
import { noticeKind } from '../notice-kind.ts';

export const statusConfirm = noticeKind({
  name: 'status.confirm',
  sentence: 'Somebody asked for updates of the status page at your address.',
  toChannels: false,
  urgent: true,
  chosen: false,
  values: z.object({ page: z.string(), path: z.string() }),
  example: { page: 'Status', path: '/status/confirm/00000000-0000-4000-8000-000000000000' },
  tell: ({ page, path }) => ({
    subject: `Confirm: updates of ${page}`,
    sentences: [
      `Somebody, probably you, asked for updates of “${page}” at this address.`,
      'Confirm it and they begin. Without that nothing more comes, and there is nothing to do.',
    ],
    link: { label: 'Confirm', path },
  }),
});
