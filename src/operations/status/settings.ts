import { z } from 'zod';

/** What the status page shows as its parts: services, in the words of those who use them. */
export const Components = z
  .array(
    z.strictObject({
      name: z.string().trim().min(1).max(100),
      description: z.string().trim().max(300).optional(),
    }),
  )
  .max(100)
  .refine((all) => new Set(all.map(({ name }) => name.toLowerCase())).size === all.length, {
    message: 'two components have the same name',
  });

/** Groups of people without an account, each told by e-mail. */
export const Lists = z
  .array(z.strictObject({ name: z.string().trim().min(1).max(100), addresses: z.array(z.email().max(200)).max(1000) }))
  .max(50)
  .refine((all) => new Set(all.map(({ name }) => name.toLowerCase())).size === all.length, {
    message: 'two lists have the same name',
  });

const Message = z.strictObject({
  subject: z.string().trim().min(1).max(200),
  text: z.string().trim().min(1).max(10_000),
});

/** What each kind of message begins with; `{title}` and the like are filled from the record. */
export const Messages = z.strictObject({ initial: Message, update: Message, resolved: Message });
export type Messages = z.infer<typeof Messages>;

/** The messages until somebody changes them. */
export const defaultMessages: Messages = {
  initial: {
    subject: 'Investigating: {title}',
    text: 'We are looking into a disruption of {services} that began at {start}.\n\n{impact}\n\nWe will tell more as soon as we know it.',
  },
  update: {
    subject: 'Update: {title}',
    text: '{services} are still affected since {start}.\n\n{cause}\n\nWe will tell more as soon as we know it.',
  },
  resolved: {
    subject: 'Resolved: {title}',
    text: 'The disruption of {services} ended at {end}, after {duration}.\n\n{impact}\n\n{resolution}\n\nWe are sorry for the trouble. A report of what happened and what we change will follow.',
  },
};
