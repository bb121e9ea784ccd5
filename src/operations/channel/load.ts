import { z } from 'zod';
import { HindcastError } from '../errors.ts';
import type { StoredContext } from '../stored-operation.ts';

/** What Slack or a receiver of webhooks has to be told to let us in; never shown. */
export type ChannelSecret = { url: string } | { token: string } | { url: string; key: string };

/** What may be shown of where a channel is. */
export type ChannelPlace = { host: string; channel?: string; api?: string };

/** A channel as it is kept. */
export type KeptChannel = {
  id: string;
  name: string;
  type: 'slack' | 'webhook';
  place: ChannelPlace;
  secret: ChannelSecret;
  kinds: string[];
  severities: string[];
  version: number;
  createdAt: string;
  createdBy: string;
};

/** A channel as answers show it. */
export const Channel = z.object({
  id: z.string(),
  name: z.string(),
  type: z.enum(['slack', 'webhook']),
  /** How it is reached: an incoming webhook of Slack, an app of Slack, a signed webhook. */
  by: z.enum(['webhook', 'token', 'signed']),
  /** The host; of what stands behind it nothing is shown: with Slack it is the secret. */
  host: z.string(),
  /** The channel that an app of Slack posts to. */
  channel: z.string().nullable(),
  /** Kinds of notices that go there; all without. */
  kinds: z.array(z.string()),
  /** Severities of incidents that it wants to hear of; all without. */
  severities: z.array(z.string()),
  version: z.number().int(),
  createdAt: z.string(),
  createdBy: z.string(),
});
export type Channel = z.infer<typeof Channel>;

/** What may be shown of it. */
export function shownChannel({ place, secret, ...channel }: KeptChannel): Channel {
  const by = 'token' in secret ? 'token' : 'key' in secret ? 'signed' : 'webhook';
  return { ...channel, by, host: place.host, channel: place.channel ?? null };
}

/** All channels, by name. */
export async function loadChannels({ database }: Pick<StoredContext, 'database'>): Promise<KeptChannel[]> {
  const rows = await database.kysely
    .selectFrom('channel')
    .selectAll()
    .where('removed_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    type: row.type,
    place: row.place as ChannelPlace,
    secret: row.secret as ChannelSecret,
    kinds: row.kinds,
    severities: row.severities,
    version: row.version,
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by,
  }));
}

/** One of them. @throws HindcastError `channel.not-found` */
export async function loadChannel(context: Pick<StoredContext, 'database'>, id: string): Promise<KeptChannel> {
  const found = (await loadChannels(context)).find((channel) => channel.id === id);
  if (found === undefined) throw new HindcastError('channel.not-found', { id });
  return found;
}
