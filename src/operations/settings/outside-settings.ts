import { z } from 'zod';
import { Components, defaultMessages, Lists, Messages } from '../status/settings.ts';

type Setting<Value> = { sentence: string; schema: z.ZodType<Value>; fallback: Value };
const setting = <Value>(of: Setting<Value>): Setting<Value> => of;

/** What is told to those outside, and what never is. */
export const outsideSettings = {
  'announcements.lists': setting({
    sentence: 'Groups of people without an account that announcements go to, by e-mail.',
    schema: Lists,
    fallback: [] as z.infer<typeof Lists>,
  }),
  'announcements.messages': setting({
    sentence: 'What an announcement begins with, at first, on the way and in the end; words in braces are filled in.',
    schema: Messages,
    fallback: defaultMessages,
  }),
  'publishing.never': setting({
    sentence: 'Words that are never public, as names of customers: they are taken out of every public text.',
    schema: z.array(z.string().trim().min(2).max(100)).max(5000),
    fallback: [] as string[],
  }),
  'status.components': setting({
    sentence: 'What the status page shows the state of: services, in the words of those who use them.',
    schema: Components,
    fallback: [] as z.infer<typeof Components>,
  }),
  'status.intro': setting({
    sentence: 'What stands on the status page below its title.',
    schema: z.string().trim().max(1000),
    fallback: '' as string,
  }),
  'status.on': setting({
    sentence: 'Whether the status page at /status is there for everybody.',
    schema: z.boolean(),
    fallback: false as boolean,
  }),
  'status.title': setting({
    sentence: 'The title of the status page.',
    schema: z.string().trim().min(1).max(100),
    fallback: 'Status' as string,
  }),
} as const;
