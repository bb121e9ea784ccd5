import { z } from 'zod';
import { chosenKinds } from '../../notices/preference.ts';
import { HindcastError } from '../errors.ts';
import type { ChannelPlace, ChannelSecret } from './load.ts';

/** Kinds that may go to channels. */
export const channelKinds = chosenKinds.filter(({ toChannels }) => toChannels).map(({ name }) => name);

export const ChannelName = z.string().trim().min(1).max(100);
export const Kinds = z.array(z.enum(channelKinds as [string, ...string[]])).max(50);
export const Severities = z.array(z.string().trim().min(1).max(50)).max(20);

/** How a channel is reached, as somebody types it. */
export const Reach = z.discriminatedUnion('by', [
  /** An incoming webhook of Slack, or of what takes the same. */
  z.strictObject({ by: z.literal('webhook'), url: z.string().max(2000) }),
  /** An app of Slack: its bot token, and the channel by name or id. */
  z.strictObject({
    by: z.literal('token'),
    token: z.string().regex(/^xox[a-z]-\S{3,300}$/, 'a token of a Slack app, as xoxb-…'),
    channel: z.string().trim().min(1).max(100),
    /** For a Slack of another host, as https://slack-gov.com/api. */
    api: z.string().max(300).optional(),
  }),
  /** An address that takes requests signed as Standard Webhooks says; the key is made here and shown once. */
  z.strictObject({ by: z.literal('signed'), url: z.string().max(2000) }),
]);
export type Reach = z.infer<typeof Reach>;

function addressOf(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol))
    throw new HindcastError('channel.address', { reason: 'it is no web address' });
  if (url.username !== '' || url.password !== '')
    throw new HindcastError('channel.address', { reason: 'it has a name or a password in it' });
  return url;
}

/** What is kept of it: what may be shown, and what never is. @throws HindcastError `channel.address` */
export function keptReach(
  reach: Reach,
  newKey: () => string,
): { type: 'slack' | 'webhook'; place: ChannelPlace; secret: ChannelSecret } {
  if (reach.by === 'token') {
    const { token, channel, api } = reach;
    const address = api === undefined ? undefined : addressOf(api);
    const place = { host: address?.host ?? 'slack.com', channel };
    return {
      type: 'slack',
      secret: { token },
      place: address === undefined ? place : { ...place, api: address.href.replace(/\/+$/, '') },
    };
  }
  const url = addressOf(reach.url);
  const place = { host: url.host };
  if (reach.by === 'webhook') return { type: 'slack', place, secret: { url: url.href } };
  return { type: 'webhook', place, secret: { url: url.href, key: newKey() } };
}
