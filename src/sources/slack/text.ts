import { memberOf } from '../lenient.ts';
import { attachmentText, blockText } from './blocks.ts';
import type { Names } from './names.ts';
import type { Message } from './schema.ts';

const entities: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

/**
 * Slack's markup as plain words: `<@U1>` to `@Jane`, `<#C1|name>` to `#name`, `<url|text>` to `text (url)`, entities to
 * their characters. Unknown ids stay as ids. Format: api.slack.com/reference/surfaces/formatting.
 */
export function plainSlack(text: string, names: Names): string {
  return text
    .replace(/<([^<>\n]{1,4000})>/g, (whole, inner: string) => reference(inner, names) ?? whole)
    .replace(/&(?:lt|gt|amp);/g, (entity) => entities[entity] ?? entity);
}

function reference(inner: string, names: Names): string | undefined {
  const bar = inner.indexOf('|');
  const target = bar === -1 ? inner : inner.slice(0, bar);
  const shown = bar === -1 ? '' : inner.slice(bar + 1);
  if (target.startsWith('@')) return `@${names.user(target.slice(1)) ?? (shown || target.slice(1))}`;
  if (target.startsWith('#')) return `#${shown || (names.channel(target.slice(1)) ?? target.slice(1))}`;
  if (target.startsWith('!')) return shown || `@${target.slice(1).split('^')[0] ?? ''}`;
  if (!/^(?:https?|mailto|tel|ftp):/i.test(target)) return undefined;
  const address = target.replace(/^mailto:/i, '');
  return shown === '' || shown === address || target.includes(`//${shown}`) ? address : `${shown} (${address})`;
}

/** Letters and digits only, to see whether one text says what another does. */
const lettersOf = (text: string) =>
  text.replace(/<[^<>\n|]{1,4000}\|([^<>\n]{1,4000})>/g, '$1').replace(/[^\p{L}\d]/gu, '');

/** A link's preview, or a message that is quoted: others' words. */
const isPreview = (attachment: unknown): boolean =>
  ['from_url', 'original_url', 'message_blocks'].some((name) => memberOf(attachment, name) !== undefined);

/**
 * The raw words of a message. A bot's attachments stand below its text; where it has blocks, its text is only what old clients
 * show instead. A person's text is all that the person wrote.
 */
export function rawText(message: Message): string {
  const text = message.text?.trim() ? message.text : '';
  const isBot = Boolean(message.bot_id) || message.subtype === 'bot_message';
  if (text !== '' && !isBot) return text;
  const attached = (message.attachments ?? []).filter((attachment) => text === '' || !isPreview(attachment));
  const more = [
    ...attached.map((attachment) => attachmentText(attachment)),
    ...(message.blocks ?? []).map((block) => blockText(block)),
  ];
  const known = lettersOf(text);
  const parts = more.filter((part) => part.trim() !== '' && (known === '' || !known.includes(lettersOf(part))));
  const shown = lettersOf(parts.join(''));
  return [known !== '' && shown.includes(known) ? '' : text, ...parts].filter((part) => part !== '').join('\n');
}
