import { z } from 'zod';
import { noticeKind } from '../notice-kind.ts';

export const channelTest = noticeKind({
  name: 'channel.test',
  sentence: 'Somebody tries a channel.',
  toChannels: false,
  chosen: false,
  values: z.object({ channel: z.string(), by: z.string() }),
  example: { channel: 'Operations', by: 'Ana' },
  tell: ({ channel, by }) => ({
    subject: `${channel} is connected to Hindcast`,
    sentences: [`${by} tried this channel. What it is chosen for arrives here from now on; there is nothing to do.`],
    link: { label: 'Open the channels', path: '/settings/channels' },
  }),
});
