import { type JsonDocument, readDocuments } from '../documents.ts';
import { type Ignored, ignoredList } from '../ignored.ts';
import type { EvidenceEntry, EvidenceFile } from '../source.ts';
import { SourceError } from '../source-error.ts';
import { isIncidentChannel } from './channels.ts';
import { isDelivered, unwrap } from './events.ts';

/** One day of one channel: the raw messages, each with its place, and where the day stands. */
export type Day = { channel: string; messages: JsonDocument[]; at: string };
/** An export taken apart. `users` and `channels` are the raw lists. What Slack delivered by itself may hold no message. */
export type SlackExport = {
  /** Days in the order of their files. Each is read when it is asked for, and not held. */
  days: () => Iterable<Day>;
  users: unknown[];
  channels: unknown[];
  /** What was left out, once the days were read. */
  ignored: () => Ignored[];
  isDelivered?: boolean;
};

const dayFile = /(?:^|\/)([^/]{1,200})\/\d{4}-\d\d-\d\d\.json$/;
const listFile = /(?:^|\/)(users|channels|groups|dms|mpims)\.json$/;
const bareDayFile = /^\d{4}-\d\d-\d\d\.json$/;

/** The messages of a value: a list, or `messages` of the conversations API. */
export function messagesOf(value: unknown): unknown[] | undefined {
  if (Array.isArray(value)) return value;
  const inner = typeof value === 'object' && value !== null && 'messages' in value ? value.messages : undefined;
  return Array.isArray(inner) ? inner : undefined;
}

/** The channel that a day file belongs to: its folder. Undefined for other files. */
export function channelOf(entryName: string, fileName: string): string | undefined {
  const folder = dayFile.exec(entryName)?.[1];
  if (folder !== undefined) return folder;
  return bareDayFile.test(entryName) ? fileName.replace(/\.zip$/i, '').replace(/^.*[/\\]/, '') : undefined;
}

/** True for the files of an export: the days of channels, and the lists beside them. */
export const isOfExport = (entryName: string): boolean => dayFile.test(entryName) || listFile.test(entryName);

/** Takes an export apart: folder, archive or one day. Of several channels, those of incidents are read; if none is, all. */
export function takeApart(file: EvidenceFile): SlackExport {
  if (!file.entries) return singleFile(file);
  const ignored = ignoredList();
  const broken: Ignored[] = [];
  const lists = { users: [] as unknown[], channels: [] as unknown[] };
  const dayEntries: { channel: string; entry: EvidenceEntry; at: string }[] = [];
  const channelNames = new Set(
    file.entries.map(({ name }) => channelOf(name, file.name)).filter((name) => name !== undefined),
  );
  const some = [...channelNames].some(isIncidentChannel);
  for (const entry of [...file.entries].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const at = `${file.name}/${entry.name}`;
    const channel = channelOf(entry.name, file.name);
    const list = listFile.exec(entry.name)?.[1];
    if (channel === undefined && list === undefined) {
      ignored.add('a file', 'it is no day of a channel (CHANNEL/YYYY-MM-DD.json)', at);
      continue;
    }
    if (channel !== undefined && some && !isIncidentChannel(channel)) {
      ignored.add(
        `channel #${channel.slice(0, 80)}`,
        'the export has incident channels; give this folder alone to read it',
        at,
      );
      continue;
    }
    if (channel !== undefined) dayEntries.push({ channel, entry, at });
    else
      for (const value of readEntry(entry.text, at, ignored, broken) ?? [])
        (list === 'users' ? lists.users : lists.channels).push(value);
  }
  const read = new Set<string>();
  const readDay = (at: string, text: string): unknown[] => {
    // Days are read twice, for names and for what was said; what is wrong with one is said once.
    const own = ignoredList();
    const lines: Ignored[] = [];
    const values = readEntry(text, at, own, lines);
    if (!read.has(at)) {
      read.add(at);
      broken.push(...lines);
      for (const { what, why, where } of own.list()) ignored.add(what, why, where);
    }
    return values ?? [];
  };
  return {
    ...lists,
    *days() {
      for (const { channel, entry, at } of dayEntries)
        yield { channel, messages: placed(readDay(at, entry.text), `${at}#`), at };
    },
    ignored: () => [...broken, ...ignored.list()],
  };
}

function readEntry(
  text: string,
  at: string,
  ignored: ReturnType<typeof ignoredList>,
  broken: Ignored[],
): unknown[] | undefined {
  try {
    const { documents, ignored: lines } = readDocuments({ name: at, text });
    broken.push(...lines);
    const values = messagesOf(documents[0]?.value);
    if (!values) ignored.add('a file', 'it holds no list', at);
    return values;
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    ignored.add('a file', error.message, error.where);
    return undefined;
  }
}

const placed = (values: unknown[], at: string): JsonDocument[] =>
  values.map((value, index) => ({ value, at: `${at}/${index}` }));

function singleFile(file: EvidenceFile): SlackExport {
  const { documents, ignored } = readDocuments(file);
  const found = documents.flatMap((document) => {
    const list = messagesOf(document.value);
    if (!list) return [document];
    return placed(list, Array.isArray(document.value) ? document.at : `${document.at}/messages`);
  });
  const left = ignoredList();
  const messages = found.flatMap((document) => {
    const unwrapped = unwrap(document);
    if (!unwrapped) return [document];
    if ('message' in unwrapped) return [unwrapped.message];
    left.add(unwrapped.what, unwrapped.why, unwrapped.where);
    return [];
  });
  return {
    days: () => [{ channel: '', messages, at: file.name }],
    users: [],
    channels: [],
    ignored: () => [...ignored, ...left.list()],
    isDelivered: found.some(({ value }) => isDelivered(value)),
  };
}
