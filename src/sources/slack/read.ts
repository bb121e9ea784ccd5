import { noFacts, type SourceFacts } from '../facts.ts';
import { ignoredList } from '../ignored.ts';
import { issueText } from '../issue.ts';
import { keeper } from '../keep.ts';
import type { EvidenceFile, SourceReading } from '../source.ts';
import { SourceError } from '../source-error.ts';
import { isIncidentChannel } from './channels.ts';
import { type Day, takeApart } from './export.ts';
import { plainMessage, type PlainMessage } from './message.ts';
import { messageFacts } from './message-facts.ts';
import { directory } from './names.ts';
import { statedRole } from './roles.ts';
import { Message } from './schema.ts';
import { leftOut, messageSubtypes } from './subtypes.ts';
import { startTelling } from './telling.ts';

/** Reads a channel export, or events as Slack delivers them. Throws SourceError `slack.no-messages` when no message is in it. */
export function read(file: EvidenceFile): SourceReading {
  const { days, users, channels, ignored: outer, isDelivered } = takeApart(file);
  const ignored = ignoredList();
  const text = keeper();
  const answered = new Set<string>();
  const names = directory(users, channels, messagesIn(days(), answered));
  const facts = noFacts();
  const telling = startTelling(answered);
  const people = writers(facts);
  let count = 0;
  for (const { channel, messages, at } of days()) {
    for (const { value: raw, at: place } of messages) {
      const message = Message.safeParse(raw);
      if (!message.success) {
        ignored.add('a message', issueText(message.error), place);
        continue;
      }
      if (dropped(message.data, place, ignored)) continue;
      const one = plainMessage(message.data, place, names, text.keep);
      if (one.text === '') ignored.add('a message', 'it has no text (a file or a picture)', place);
      if (!one.author.known)
        ignored.add(`a name for ${one.author.name}`, 'neither the message nor users.json names it', place);
      if (one.text === '') continue;
      count += 1;
      telling.add(one);
      peopleAndFacts(one, facts, people, names.user);
    }
    titleOf(channel, names.about(channel), at, facts, text.keep);
  }
  if (count === 0 && !isDelivered) {
    const remedy = 'Give a channel export: a folder or zip with CHANNEL/YYYY-MM-DD.json, or one such file.';
    throw new SourceError('slack.no-messages', 'There is no Slack message here.', file.name, remedy);
  }
  const { events, ignored: untold } = telling.done();
  return {
    source: 'slack',
    file: file.name,
    events,
    conditions: [],
    facts,
    ignored: [...outer(), ...ignored.list(), ...untold],
    masked: text.masked(),
  };
}

/** The messages of all days, one after the other; notes which are answered. */
function* messagesIn(days: Iterable<Day>, answered: Set<string>): Generator<unknown> {
  for (const { messages } of days)
    for (const { value } of messages) {
      const { thread_ts: root, ts } = (value ?? {}) as { thread_ts?: unknown; ts?: unknown };
      if (typeof root === 'string' && root !== ts) answered.add(root);
      yield value;
    }
}

/** Facts of one writer that are kept; the earliest is always among them. */
const mostOfWriter = 10;

/** Notes who wrote: an export of years holds more messages than anybody wants facts. */
function writers({ people }: SourceFacts): (fact: SourceFacts['people'][number]) => void {
  const known = new Map<string, SourceFacts['people']>();
  return (fact) => {
    const own = known.get(fact.value) ?? [];
    known.set(fact.value, own);
    const last = own[mostOfWriter - 1];
    if (last && (fact.epochMs ?? 0) < (last.epochMs ?? 0)) Object.assign(last, fact);
    if (last) return;
    own.push(fact);
    people.push(fact);
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
  facts: SourceFacts,
  people: ReturnType<typeof writers>,
  nameOf: (id: string) => string | undefined,
): void {
  const { author, evidence, epochMs } = one;
  messageFacts(one.text, evidence, epochMs, facts);
  if (author.bot) return;
  people({ value: author.name, evidence, epochMs });
  const role = statedRole(one.raw);
  const name = role?.user === undefined ? author.name : nameOf(role.user);
  if (role && name) facts.roles.push({ role: role.role, value: name, evidence, epochMs });
}
