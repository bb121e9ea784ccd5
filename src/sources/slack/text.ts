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

/** The raw words of a message: its text, else those of its attachments and blocks (bots often have only these). */
export function rawText(message: Message): string {
  if (message.text && message.text.trim() !== '') return message.text;
  const parts = [
    ...(message.attachments ?? []).map((attachment) => attachmentText(attachment)),
    ...(message.blocks ?? []).map((block) => blockText(block)),
  ];
  return parts.filter((part) => part.trim() !== '').join('\n');
}
