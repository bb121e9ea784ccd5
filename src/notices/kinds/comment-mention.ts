import { z } from 'zod';
import { incidentPath, noticeKind, titled } from '../notice-kind.ts';

export const commentMention = noticeKind({
  name: 'comment.mention',
  sentence: 'Somebody names you in a comment.',
  toChannels: false,
  values: z.object({ by: z.string(), text: z.string() }),
  example: { by: 'Ana', text: '@Bo, is 14:02 when the alert fired, or when it was read?' },
  tell: ({ by, text }, about) => ({
    subject: `${by} names you in ${titled(about)}`,
    sentences: ['Answer in the document, where everybody who works on it reads it.'],
    quote: text,
    link: { label: 'Open the comment', path: incidentPath(about) },
  }),
});
