import { z } from 'zod';
import { incidentPath, noticeKind, titled } from '../notice-kind.ts';

export const reviewDue = noticeKind({
  name: 'review.due',
  sentence: 'A review of an incident is due.',
  toChannels: true,
  values: z.object({
    /** `30-day review`, `review meeting`. */
    review: z.string(),
    due: z.string(),
    /** Its day is over. */
    late: z.boolean().optional(),
    /** What it has to answer. */
    questions: z.array(z.string()).default([]),
  }),
  example: { review: '30-day review', due: '2026-12-01', questions: ['Was there a similar incident since?'] },
  tell: ({ review, due, late, questions }, about) => ({
    subject: `${review} of ${titled(about)} ${late ? 'was' : 'is'} due ${due}`,
    sentences: [
      'What it has to answer is computed already: look at it, and write down what was decided.',
      ...questions.map((question) => `• ${question}`),
    ],
    link: { label: 'Open the review', path: incidentPath(about, '/follow-up') },
  }),
});
