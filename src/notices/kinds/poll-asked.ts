import { z } from 'zod';
import { incidentPath, noticeKind, titled } from '../notice-kind.ts';

export const pollAsked = noticeKind({
  name: 'poll.asked',
  sentence: 'You are asked how a post-mortem went, without your name.',
  toChannels: false,
  values: z.object({
    /** How many questions there are. */
    questions: z.number(),
  }),
  example: { questions: 5 },
  tell: ({ questions }, about) => ({
    subject: `${questions} questions on ${titled(about)}, answered without names`,
    sentences: [
      'Was it blameless, did everybody feel safe, was everyone heard? Yes, no or not sure.',
      'Nobody can see what you said: only sums are kept, and they are shown when there are three answers or more.',
    ],
    link: { label: 'Answer', path: incidentPath(about, '/meeting') },
  }),
});
