import { splitText } from '../keep.ts';
import type { SourceEvent } from '../source.ts';
import { clockTime } from '../instant.ts';
import { type Classified, classify } from './classify.ts';
import { type Message } from './schema.ts';
import { plainSlack, rawText } from './text.ts';
import { authorOf, type Names } from './names.ts';

/** A message in plain words. `found` is what its wording says about the incident. */
export type PlainMessage = {
  message: Pick<Message, 'ts' | 'thread_ts' | 'user' | 'bot_id' | 'edited'>;
  epochMs: number;
  raw: string;
  text: string;
  author: { name: string; bot: boolean; known: boolean };
  found: Classified | undefined;
  evidence: string;
};

/** Milliseconds since 1970 UTC of a `ts`; its serial counts as microseconds, for the order. */
const tsToMs = (ts: string) => Number(ts) * 1000;

/** Reads a message to plain words. */
export function plainMessage(
  message: Message,
  evidence: string,
  names: Names,
  keep: (text: string) => string,
): PlainMessage {
  const raw = rawText(message);
  const text = keep(plainSlack(raw, names));
  const author = authorOf(message, names);
  const shown = { ...author, name: keep(author.name).slice(0, 100) || 'somebody' };
  const { ts, thread_ts, user, bot_id, edited } = message;
  const slim = { ts, thread_ts, user, bot_id, edited };
  return { message: slim, epochMs: tsToMs(message.ts), raw, text, author: shown, found: classify(text), evidence };
}

/** The event of a message; `parent` is the one it answers. */
export function messageEvent(plain: PlainMessage, parent: PlainMessage | undefined): SourceEvent {
  const { message, found, author } = plain;
  const { text, notes } = splitText(plain.text);
  const replyTo =
    parent && `In reply to ${parent.author.name} (${clockTime(parent.epochMs)}): ${splitText(parent.text).text}`;
  const editedMs = message.edited?.ts ? tsToMs(message.edited.ts) : NaN;
  const edited = editedMs > 0 && editedMs < 4e12 ? `Edited at ${clockTime(editedMs)}.` : '';
  const more = [notes, replyTo, edited].filter(Boolean).join('\n\n');
  const said = found?.sure ? found.wording.milestone : undefined;
  // A bot that says "resolved" speaks of its alert, not of the incident.
  const milestone = author.bot && said === 'resolved' ? 'mitigated' : said;
  const command = /`([^`\n]{3,300})`/.exec(plain.text)?.[1];
  return {
    key: `slack:${message.ts}:${message.user ?? message.bot_id ?? ''}`,
    epochMs: plain.epochMs,
    text,
    ...(more === '' ? {} : { notes: more }),
    actor: author.name,
    ...(author.bot ? {} : { quoted: true as const }),
    ...(found?.sure && found.wording.phase ? { phase: found.wording.phase } : {}),
    ...(milestone ? { milestone, inferredFrom: 'wording' as const } : {}),
    evidence: plain.evidence,
    // Of several deliveries the one with the latest words counts.
    ...(edited === '' ? {} : { lastMs: editedMs }),
    ...(found?.sure && found.wording.step && !author.bot ? { step: command ? { command } : {} } : {}),
  };
}
