import { words } from '../../../words/outside.ts';

const own = words.statusSettings;
const { stages } = words.tell;

/** A setting, or a part of one, as a field of text. */
export type FormField = {
  setting: string;
  label: string;
  hint?: string;
  lines?: true;
  read: (value: unknown) => string;
  /** The setting with what was written. */
  write: (text: string, before: unknown) => unknown;
};

const linesOf = (text: string): string[] => text.split('\n').flatMap((line) => line.trim() || []);
const cutAt = (line: string): [string, string] => {
  const at = line.indexOf(':');
  return at === -1 ? [line, ''] : [line.slice(0, at).trim(), line.slice(at + 1).trim()];
};

type Named = { name: string; description?: string; addresses?: string[] };

const plain = (setting: string, label: string): FormField => ({
  setting,
  label,
  read: (value) => String(value),
  write: (text) => text,
});

/** What stands on the status page. */
export const pageFields: readonly FormField[] = [
  plain('status.title', own.title),
  { ...plain('status.intro', own.introField), lines: true },
  {
    setting: 'status.components',
    label: own.components,
    hint: own.componentsHint,
    lines: true,
    read: (value) =>
      (value as Named[]).map(({ name, description }) => (description ? `${name}: ${description}` : name)).join('\n'),
    write: (text) =>
      linesOf(text).map((line) => {
        const [name, description] = cutAt(line);
        return description === '' ? { name } : { name, description };
      }),
  },
];

/** Whom announcements go to, and what is never public. */
export const announcingFields: readonly FormField[] = [
  {
    setting: 'announcements.lists',
    label: own.lists,
    hint: own.listsHint,
    lines: true,
    read: (value) =>
      (value as Named[]).map(({ name, addresses = [] }) => `${name}: ${addresses.join(', ')}`).join('\n'),
    write: (text) =>
      linesOf(text).map((line) => {
        const [name, rest] = cutAt(line);
        return { name, addresses: rest.split(/[\s,;]+/).filter(Boolean) };
      }),
  },
  {
    setting: 'publishing.never',
    label: own.never,
    hint: `${own.neverText} ${own.neverHint}`,
    lines: true,
    read: (value) => (value as string[]).join('\n'),
    write: linesOf,
  },
];

type Messages = Record<string, { subject: string; text: string }>;

const messageField = (stage: string, part: 'subject' | 'text', label: string): FormField => ({
  setting: 'announcements.messages',
  label,
  ...(part === 'text' ? { lines: true as const } : {}),
  read: (value) => (value as Messages)[stage]?.[part] ?? '',
  write: (text, before) => {
    const messages = before as Messages;
    return { ...messages, [stage]: { ...messages[stage], [part]: text } };
  },
});

/** What messages begin with. */
export const messageFields: readonly FormField[] = Object.entries(stages).flatMap(([stage, name]) => [
  messageField(stage, 'subject', own.subjectOf(name)),
  messageField(stage, 'text', own.textOf(name)),
]);
