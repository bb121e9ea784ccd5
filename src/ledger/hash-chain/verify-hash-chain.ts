import type { ChainEntry } from './bodies.ts';
import { digestForm } from './digest-text.ts';
import { timeOf, valueAt } from './fields.ts';
import { type ChainForm, findForm, follows, hashOf, sampleSize } from './forms.ts';
import { readObject } from './json-text.ts';

/** Lines of another system's log, one JSON object each. */
export type Lines = Iterable<string> | AsyncIterable<string>;

/** What was found about another system's hash-chained log. */
export type ChainVerdict = {
  /** `unrecognised`: no entry follows a way of hashing known here, which says nothing about the log. */
  state: 'intact' | 'broken' | 'unrecognised';
  /** Entries in the log, blank lines not counted. */
  entries: number;
  /** How its hashes are made, in words. */
  form?: string;
  /** The first line (from 1) that breaks the chain, and how. */
  broken?: { line: number; reason: string };
  /** The hash of an entry before the first, which is not in this log: it was cut off, or is in another file. */
  continues?: string;
  /** Times of the first and the last entry, as written. */
  first?: string;
  last?: string;
};

const described = ({ fields, digest, body, join }: ChainForm): string => {
  const previous = fields.previous === undefined ? '' : `, previous in ${fields.previous.join('.')}`;
  return `${digest.algorithm} in ${fields.hash.join('.')}${previous}: of ${join.name}, it being ${body.name}`;
};

/** The hash that the first entry follows, when it is one, and not the zeros many logs begin with. */
function hashBefore(entry: ChainEntry | undefined, { fields }: ChainForm): string | undefined {
  const written = entry && fields.previous && valueAt(entry.value, fields.previous);
  return typeof written === 'string' && digestForm(written) !== undefined && /[^0A:=-]/.test(written)
    ? written
    : undefined;
}

/** Why an entry breaks the chain, `undefined` when it does not. */
function breakOf(entry: ChainEntry, form: ChainForm, before: string | undefined): string | undefined {
  const { hash, previous } = form.fields;
  const written = previous && valueAt(entry.value, previous);
  if (hashOf(entry, form.fields) === undefined) return `it has no hash in ${hash.join('.')}`;
  if (previous !== undefined && before !== undefined && written !== before)
    return 'it does not follow the entry before it: an entry was removed, added or moved';
  return follows(entry, form, before) ? undefined : 'its content is not what its hash was made of';
}

/**
 * Verifies a log in which each line holds its own hash and follows the one before. How its fields are named and its hashes are made
 * is found from its first entries. That the log was not made anew as a whole, no chain can show: only a copy of its last hash can.
 */
export async function verifyHashChain(lines: Lines): Promise<ChainVerdict> {
  const sample: { number: number; line: string }[] = [];
  let [form, looked, number, entries] = [undefined as ChainForm | undefined, false, 0, 0];
  let broken: ChainVerdict['broken'];
  let before: string | undefined;
  let continues: string | undefined;
  let [first, last]: (string | undefined)[] = [];

  const check = (at: number, line: string): void => {
    const value = readObject(line);
    const time = value && timeOf(value);
    first ??= time;
    last = time ?? last;
    if (form === undefined || broken !== undefined) return;
    const entry = value && { line, value };
    const reason = entry === undefined ? 'it is no JSON object' : breakOf(entry, form, before);
    if (reason !== undefined) broken = { line: at, reason };
    before = entry && hashOf(entry, form.fields);
  };
  const look = (): void => {
    looked = true;
    const read = sample.map(({ line }) => ({ line, value: readObject(line) }));
    const objects = read.filter((entry): entry is ChainEntry => entry.value !== undefined);
    form = findForm(objects);
    continues = form && hashBefore(objects[0], form);
    for (const held of sample) check(held.number, held.line);
  };

  for await (const raw of lines) {
    number++;
    const line = raw.replace(/^\ufeff/, '').trim();
    if (line === '') continue;
    entries++;
    if (looked) check(number, line);
    else if (sample.push({ number, line }) === sampleSize) look();
  }
  if (!looked) look();
  const state = form === undefined ? 'unrecognised' : broken === undefined ? 'intact' : 'broken';
  return {
    state,
    entries,
    ...(form && { form: described(form) }),
    ...(broken && { broken }),
    ...(continues !== undefined && { continues }),
    ...(first !== undefined && { first }),
    ...(last !== undefined && { last }),
  };
}
