import type { TextEdits } from '../part/text-edits.ts';
import type { FieldChange, knownParts } from './known-parts.ts';

type Input = {
  record?: Record<string, unknown>;
  entry?: unknown;
  set?: unknown;
  edits?: unknown;
  add?: unknown;
  remove?: unknown;
  before?: unknown;
  from?: unknown;
  to?: unknown;
  template?: unknown;
};
type Parts = ReturnType<typeof knownParts>;
type Listed = { key: string; id: string; values: Record<string, unknown>; entry: unknown; before?: unknown };

const place = ({ key, id }: Listed): string => (id === '' ? key : `${key}/${id}`);

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function templateChange(template: unknown): FieldChange[] {
  return isObject(template) ? [{ path: 'template', old: template['from'], new: template['to'] }] : [];
}

/** One way in which an entry says what it changed, and what to make of it; undefined when it is not said in that way. */
type Way = (input: Input, subject: string, parts: Parts) => FieldChange[] | undefined;

/** Every way operations write down what they did. A new one is a line here. */
const ways: Way[] = [
  ({ record }, _subject, parts) => (record === undefined ? undefined : (parts.begin(record), [])),
  ({ set, add, remove, template }, _subject, parts) =>
    Array.isArray(set) && Array.isArray(add) && Array.isArray(remove)
      ? [
          ...(set as Listed[]).flatMap((one) => parts.set(place(one), one.values)),
          ...(remove as Listed[]).map((one) => parts.remove(place(one), one.before)),
          // The ids that new entries of an edited document get are not in its entry.
          ...(add as Partial<Listed>[]).map(({ key = '', id, entry }) =>
            id === undefined ? { path: key, old: null, new: entry } : parts.add(`${key}/${id}`, entry),
          ),
          ...templateChange(template),
        ]
      : undefined,
  ({ set, edits }, subject, parts) =>
    isObject(edits)
      ? [...parts.set(subject, isObject(set) ? set : {}), ...parts.edit(subject, edits as Record<string, TextEdits>)]
      : undefined,
  ({ set }, subject, parts) => (isObject(set) ? parts.set(subject, set) : undefined),
  ({ entry }, subject, parts) => (entry === undefined ? undefined : [parts.add(subject, entry)]),
  ({ before }, subject, parts) =>
    before !== undefined && /^\w+\/[^/]+$/.test(subject) ? [parts.remove(subject, before)] : undefined,
  ({ template }) => (isObject(template) ? templateChange(template) : undefined),
  ({ from, to }) =>
    typeof from === 'string' && typeof to === 'string' ? [{ path: 'status', old: from, new: to }] : undefined,
];

/** What an entry changed, field by field; nothing for one that changes no fields. */
export function toldChanges(input: Input, subject: string, parts: Parts): FieldChange[] {
  for (const way of ways) {
    const changes = way(input, subject, parts);
    if (changes !== undefined) return changes;
  }
  return [];
}
