import { z } from 'zod';
import { incidentPath, noticeKind, titled } from '../notice-kind.ts';

export const signoffWaiting = noticeKind({
  name: 'signoff.waiting',
  sentence: 'A document waits for a signature that you may give.',
  toChannels: false,
  values: z.object({ role: z.string(), by: z.string().default('') }),
  example: { role: 'Risk Owner', by: 'Ana' },
  tell: ({ role, by }, about) => ({
    subject: `${titled(about)} waits for the signature of ${role}`,
    sentences: [
      `${by === '' ? 'It' : `${by} put it up, and it`} is in review; ${role} signs next.`,
      'Read it and sign, or comment on what has to change first. A change after a signature ends the signature.',
    ],
    link: { label: 'Read and sign', path: incidentPath(about, '/review') },
  }),
});
