import { Channel, type Message, User, Writer } from './schema.ts';

/** Names by Slack id. */
export type Names = {
  user(id: string): string | undefined;
  channel(id: string): string | undefined;
  /** Purpose or topic of a channel by its name. */
  about(channelName: string): string | undefined;
};

/**
 * Builds the directory from the raw lists users.json and channels.json, and from the profiles that messages carry.
 * Entries in another shape are passed over.
 */
export function directory(users: unknown[], channels: unknown[], messages: Iterable<unknown>): Names {
  const userNames = new Map<string, string>();
  const channelNames = new Map<string, string>();
  const abouts = new Map<string, string>();
  for (const raw of messages) {
    const writer = Writer.safeParse(raw).data;
    const shown = writer?.user_profile.display_name || writer?.user_profile.real_name;
    if (writer && shown) userNames.set(writer.user, shown);
  }
  for (const raw of users) {
    const user = User.safeParse(raw);
    if (!user.success) continue;
    const { id, name, real_name, profile } = user.data;
    const shown = profile?.display_name || profile?.real_name || real_name || name;
    if (shown) userNames.set(id, shown);
  }
  for (const raw of channels) {
    const channel = Channel.safeParse(raw);
    if (!channel.success) continue;
    const { id, name, topic, purpose } = channel.data;
    if (name) channelNames.set(id, name);
    const about = topic?.value || purpose?.value;
    if (name && about && about !== name) abouts.set(name, about);
  }
  return {
    user: (id) => userNames.get(id),
    channel: (id) => channelNames.get(id),
    about: (name) => abouts.get(name),
  };
}

/** Who wrote a message. `known` is false when only an id could be given. */
export function authorOf(message: Message, names: Names): { name: string; bot: boolean; known: boolean } {
  if (message.user === 'USLACKBOT') return { name: 'Slackbot', bot: true, known: true };
  const bot = Boolean(message.bot_id) || message.subtype === 'bot_message';
  const own = message.user_profile?.display_name || message.user_profile?.real_name;
  const person = (message.user && names.user(message.user)) || own;
  const machine = message.username || message.bot_profile?.name;
  const name = bot ? machine || person : person || machine;
  if (name) return { name, bot, known: true };
  return { name: message.user || message.bot_id || 'somebody', bot, known: false };
}
