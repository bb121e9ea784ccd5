import { catalogue } from '../../record/catalogue.ts';
import { TimelineEvent } from '../../record/timeline.ts';
import type { Repeat } from '../outline/walk.ts';
import { slotsOf } from '../outline/walk.ts';
import type { Constant } from '../template.ts';
import { type Entry, matchConstant } from '../write/select.ts';
import { PatchError } from './patch-error.ts';

/** Longest list of choices in a message. */
const mostChoices = 12;

const quoted = (key: string, value: string): string => `\`"${key}": ${JSON.stringify(value)}\``;

/** Fields that an entry of a collection may have: `text`, `owner`. */
const fieldsOf = (collection: string): string[] =>
  [...catalogue.values()]
    .filter((field) => field.collection === collection)
    .map(({ path }) => path.slice(collection.length + 1));

/** Refuses an entry with a field that the record does not know, or with a value that is no text. Throws PatchError. */
export function checkEntry(path: string, collection: string, entry: Entry): void {
  const known = fieldsOf(collection);
  const also = collection === 'timeline' ? Object.keys(TimelineEvent.shape) : [];
  for (const [key, value] of Object.entries(entry)) {
    if (!known.includes(key) && !also.includes(key))
      throw new PatchError(path, `\`${collection}\` has no field \`${key}\`.`, `Its fields are ${known.join(', ')}.`);
    if (known.includes(key) && (typeof value === 'number' || value === null || Array.isArray(value)))
      throw new PatchError(path, `\`${key}\` is no text: ${JSON.stringify(value)}.`, 'Put it in double quotes.');
  }
}

/** Why an entry finds no table or list in a template, and what it would have to state to find one. */
export function noPlace(path: string, collection: string, entry: Entry, anchors: readonly Repeat[]): PatchError {
  if (anchors.length === 0) return new PatchError(path, `the template has no table or list for \`${collection}\`.`);
  const near = anchors.filter(({ constants }) => !constants.some((constant) => contradicts(entry, constant)));
  const keys = [...new Set(anchors.flatMap(({ constants }) => constants.map(({ key }) => key)))];
  const by = keys.map((key) => `\`${key}\``).join(' and ');
  if (near.length === 0) {
    const stated = keys.filter((key) => entry[key] !== undefined).map((key) => quoted(key, String(entry[key])));
    const reason = `the template chooses the table or list by ${by}, and it has none for ${stated.join(' with ')}.`;
    return new PatchError(path, reason, `It has ${choicesOf(anchors)}.`);
  }
  const choices = choicesOf(near, entry);
  if (choices !== '')
    return new PatchError(path, `the template chooses the table or list by ${by}.`, `Add ${choices}.`);
  const printed = new Set(near.flatMap((anchor) => [...slotsOf(anchor)].map((slot) => slot.path)));
  const fields = [...printed].map((slot) => slot.slice(collection.length + 1)).join(', ');
  return new PatchError(path, 'it states nothing that the template prints.', `Give one of: ${fields}.`);
}

const contradicts = (entry: Entry, constant: Constant): boolean =>
  entry[constant.key] !== undefined && matchConstant(entry, constant) === 0;

/** The constants of each place as one would write them, without those that an entry states. */
function choicesOf(anchors: readonly Repeat[], entry: Entry = {}): string {
  const written = anchors.map(({ constants }) =>
    constants
      .filter((constant) => matchConstant(entry, constant) === 0)
      .map(({ key, values }) => quoted(key, values[0] ?? ''))
      .join(' with '),
  );
  return [...new Set(written.filter((words) => words !== ''))].slice(0, mostChoices).join(' or ');
}
