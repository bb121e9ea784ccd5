import { noFacts } from '../facts.ts';
import { ignoredList } from '../ignored.ts';
import { issueText } from '../issue.ts';
import { keeper } from '../keep.ts';
import type { EvidenceFile, SourceReading } from '../source.ts';
import { SourceError } from '../source-error.ts';
import { isIncidentChannel } from './channels.ts';
import { takeApart } from './export.ts';
import { messageEvent, plainMessage, type PlainMessage } from './message.ts';
import { messageFacts } from './message-facts.ts';
import { directory } from './names.ts';
import { statedRole } from './roles.ts';
import { Message } from './schema.ts';
import { leftOut, messageSubtypes } from './subtypes.ts';

/** At most this many messages of one export go on the timeline; the rest stay in the evidence and are counted. */
const eventLimit = 200;

/** Reads a channel export. Throws SourceError `slack.no-messages` when no message is in it. */
export function read(file: EvidenceFile): SourceReading {
  const { days, users, channels, ignored: outer } = takeApart(file);
  const ignored = ignoredList();
  const text = keeper();
  const names = directory(
    users,
    channels,
    days.flatMap(({ messages }) => messages.map(({ value }) => value)),
  );
  const facts = noFacts();
  const plain: PlainMessage[] = [];
  for (const { channel, messages, at } of days) {
    for (const { value: raw, at: place } of messages) {
      const message = Message.safeParse(raw);
      if (!message.success) {
        ignored.add('a message', issueText(message.error), place);
        continue;
      }
      if (dropped(message.data, place, ignored)) continue;
      const one = plainMessage(message.data, place, names, text.keep);
      if (one.text === '') ignored.add('a message', 'it has no text (a file or a picture)', place);
      else plain.push(one);
      if (!one.author.known) ignored.add(`a name for ${one.author.name}`, 'users.json does not name it', place);
    }
    titleOf(channel, names.about(channel), at, facts, text.keep);
  }
  if (plain.length === 0) {
    const remedy = 'Give a channel export: a folder or zip with CHANNEL/YYYY-MM-DD.json, or one such file.';
    throw new SourceError('slack.no-messages', 'There is no Slack message here.', file.name, remedy);
  }
  for (const one of plain) peopleAndFacts(one, facts, names.user);
  return {
    source: 'slack',
    file: file.name,
    events: timeline(plain, ignored),
    conditions: [],
    facts,
    ignored: [...outer, ...ignored.list()],
    masked: text.masked(),
  };
}

function dropped(message: Message, place: string, ignored: ReturnType<typeof ignoredList>): boolean {
  const subtype = message.subtype ?? '';
  if (message.reactions?.length) ignored.add('reactions to a message', 'they are no events', place);
  const why = leftOut.get(subtype);
  if (why !== undefined) ignored.add(`a ${subtype} message`, why, place);
  else if (subtype !== '' && !messageSubtypes.has(subtype)) {
    ignored.add(`subtype "${subtype.slice(0, 40)}"`, 'it is unknown; the message was read as any other', place);
  }
  return why !== undefined;
}

function titleOf(
  channel: string,
  about: string | undefined,
  at: string,
  facts: ReturnType<typeof noFacts>,
  keep: (text: string) => string,
): void {
  const value = keep(about ?? (isIncidentChannel(channel) ? channel : ''));
  if (value === '' || facts.titles.some((title) => title.value === value)) return;
  facts.titles.push({ value: value.split('\n')[0] ?? value, from: 'conversation', evidence: at });
}

function peopleAndFacts(
  one: PlainMessage,
  facts: ReturnType<typeof noFacts>,
  nameOf: (id: string) => string | undefined,
): void {
  const { author, evidence, epochMs } = one;
  messageFacts(one.text, evidence, epochMs, facts);
  if (author.bot) return;
  facts.people.push({ value: author.name, evidence, epochMs });
  const role = statedRole(one.raw);
  const name = role?.user === undefined ? author.name : nameOf(role.user);
  if (role && name) facts.roles.push({ role: role.role, value: name, evidence, epochMs });
}

function timeline(plain: PlainMessage[], ignored: ReturnType<typeof ignoredList>): SourceReading['events'] {
  const parents = new Map<string, PlainMessage>();
  for (const one of plain) if (!parents.has(one.message.ts)) parents.set(one.message.ts, one);
  const telling = plain.filter(({ found }) => found !== undefined);
  const ranked = telling.toSorted((a, b) => weight(a) - weight(b) || a.epochMs - b.epochMs);
  const chosen = new Set(ranked.slice(0, eventLimit));
  const events: SourceReading['events'] = [];
  for (const one of plain) {
    if (chosen.has(one)) {
      const { thread_ts, ts } = one.message;
      events.push(messageEvent(one, thread_ts && thread_ts !== ts ? parents.get(thread_ts) : undefined));
    } else if (one.found) {
      ignored.add(
        'a message about the incident',
        `the timeline takes ${eventLimit} messages of one export`,
        one.evidence,
      );
    } else {
      ignored.add('a message', 'its words say nothing about the incident; it stays in the evidence', one.evidence);
    }
  }
  return events;
}

/** Statements of a milestone first, then other statements, then questions and plans. */
const weight = ({ found }: PlainMessage) => (found?.sure ? (found.wording.milestone ? 0 : 1) : 2);
