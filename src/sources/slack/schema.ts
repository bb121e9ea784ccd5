import { z } from 'zod';

const Profile = z.object({ display_name: z.string().nullish(), real_name: z.string().nullish() });

/** One message of a day file. Format: slack.com/help "How to read Slack data exports" and api.slack.com/events/message. */
export const Message = z.object({
  type: z.string().nullish(),
  subtype: z.string().nullish(),
  /** Id and time at once: seconds since 1970 UTC, a dot, and a serial that looks like microseconds. */
  ts: z.string().regex(/^\d{1,11}(\.\d{1,9})?$/, 'no Slack time (seconds.serial)'),
  /** Time of the message that a reply answers; its own time on that message itself. */
  thread_ts: z.string().nullish(),
  user: z.string().nullish(),
  username: z.string().nullish(),
  bot_id: z.string().nullish(),
  bot_profile: z.object({ name: z.string().nullish() }).nullish(),
  user_profile: Profile.nullish(),
  text: z.string().nullish(),
  attachments: z.array(z.unknown()).nullish(),
  blocks: z.array(z.unknown()).nullish(),
  reactions: z.array(z.unknown()).nullish(),
  edited: z.object({ ts: z.string().nullish() }).nullish(),
  channel_name: z.string().nullish(),
});
export type Message = z.infer<typeof Message>;

/** users.json: a list of these. */
export const User = z.object({
  id: z.string(),
  name: z.string().nullish(),
  real_name: z.string().nullish(),
  profile: Profile.nullish(),
});

/** channels.json (groups, dms, mpims alike): a list of these. */
export const Channel = z.object({
  id: z.string(),
  name: z.string().nullish(),
  topic: z.object({ value: z.string().nullish() }).nullish(),
  purpose: z.object({ value: z.string().nullish() }).nullish(),
});

/** The part of a message that names who wrote it. */
export const Writer = z.object({ user: z.string(), user_profile: Profile });
