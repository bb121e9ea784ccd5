import { readDocuments } from '../documents.ts';
import type { EvidenceFile, Source } from '../source.ts';
import { isDelivered } from './events.ts';
import { channelOf, isOfExport, messagesOf } from './export.ts';
import { read } from './read.ts';
import { Message } from './schema.ts';
import { webhook } from './webhook.ts';

function detect(input: EvidenceFile): number {
  if (input.entries) {
    const days = input.entries.some(({ name }) => channelOf(name, input.name) !== undefined);
    const lists = input.entries.some(({ name }) => /(?:^|\/)(?:users|channels)\.json$/.test(name));
    return days ? (lists ? 1 : 0.8) : 0;
  }
  if (input.headers?.['x-slack-signature'] !== undefined) return 1;
  const first = readDocuments(input).documents[0]?.value;
  const messages = messagesOf(first) ?? [first];
  if (messages.slice(0, 20).some(isDelivered)) return 0.95;
  const known = messages.slice(0, 20).filter((message) => Message.safeParse(message).success).length;
  return known === 0 ? 0 : known === Math.min(messages.length, 20) ? 0.9 : 0.6;
}

/** Slack: channel exports, and the Events API. */
export const slack: Source = {
  name: 'slack',
  title: 'Slack',
  sentence:
    'A channel export of Slack: the folder or zip with users.json and CHANNEL/YYYY-MM-DD.json, or one day of it; events of an app.',
  owns: isOfExport,
  detect,
  read,
  webhook,
};
