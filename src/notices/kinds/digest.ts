import { z } from 'zod';
import { counted, noticeKind } from '../notice-kind.ts';

/** One notice within a digest, as it read when it came. */
export const DigestItem = z.object({ subject: z.string(), path: z.string(), about: z.string().default('') });
export type DigestItem = z.infer<typeof DigestItem>;

export const digest = noticeKind({
  name: 'digest',
  sentence: 'What you have in one message instead of many.',
  toChannels: false,
  chosen: false,
  values: z.object({ items: z.array(DigestItem), more: z.number().int().default(0) }),
  example: {
    items: [{ subject: 'AI-003 is due in 2 days', path: '/incidents/INC-7', about: 'INC-7 Checkout was down' }],
    more: 0,
  },
  tell: ({ items, more }) => ({
    subject: `Your digest: ${counted(items.length + more, 'notice')}`,
    sentences: [],
    items,
    ...(more === 0 ? {} : { after: `and ${counted(more, 'further notice')}, which your actions and incidents show` }),
    link: { label: 'Open Hindcast', path: '/' },
  }),
});
