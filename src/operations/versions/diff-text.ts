import type { ContentDiff, EntryChange, FieldChange } from './diff-content.ts';

/** Characters of a value that a line of the comparison shows. */
const mostShown = 200;

function shown(value: unknown): string {
  if (value === null || value === undefined) return '(nothing)';
  const text = JSON.stringify(value);
  return text.length > mostShown ? `${text.slice(0, mostShown)}…` : text;
}

/** What an entry is recognised by: its text, name or whatever it has. */
function labelOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return shown(value);
  const fields = value as Record<string, unknown>;
  const at = typeof fields['at'] === 'string' ? `${fields['at']} ` : '';
  const words = ['text', 'name', 'role', 'question', 'category', 'heading', 'title'].map((name) => fields[name]);
  const label = words.find((word) => typeof word === 'string');
  return typeof label === 'string' ? at + shown(label) : shown(value);
}

const fieldLine = ({ path, before, after }: FieldChange): string => `${path}: ${shown(before)} → ${shown(after)}`;

function entryLines(entry: EntryChange): string[] {
  const { key, id } = entry;
  if (entry.change !== 'changed')
    return [`${entry.change === 'added' ? '+' : '-'} ${key}/${id}: ${labelOf(entry.value)}`];
  return entry.fields.map((field) => `${key}/${id}.${fieldLine(field)}`);
}

/** A comparison as a person reads it, one change a line; empty when nothing differs. */
export function diffText({ fields, entries, reordered, evidence }: ContentDiff): string {
  return [
    ...fields.map(fieldLine),
    ...entries.flatMap(entryLines),
    ...reordered.map((key) => `${key}: entries in another order`),
    ...evidence.removed.map(({ name, sha256 }) => `- evidence ${name} (${sha256})`),
    ...evidence.added.map(({ name, sha256 }) => `+ evidence ${name} (${sha256})`),
  ].join('\n');
}
