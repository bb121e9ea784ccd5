import { type Body, bodies, type ChainEntry } from './bodies.ts';
import { digestBytes, type DigestForm, digestForm, digestText } from './digest-text.ts';
import { type ChainFields, chainFields, valueAt } from './fields.ts';

/** Puts the hash of the entry before and the text of an entry together. */
type Join = { name: string; join: (previous: string, body: string, form: DigestForm) => string | Buffer };

/** A way of making hashes that some entry was found to follow. */
export type ChainForm = { fields: ChainFields; digest: DigestForm; body: Body; join: Join };

const separators = ['', '|', ':', '\n'];
const joins: Join[] = [
  { name: 'it alone', join: (_previous, body) => body },
  ...separators.map((separator) => ({
    name: `the previous hash, ${separator === '' ? '' : `${JSON.stringify(separator)}, `}then it`,
    join: (previous: string, body: string) => `${previous}${separator}${body}`,
  })),
  ...separators.map((separator) => ({
    name: `it, ${separator === '' ? '' : `${JSON.stringify(separator)}, `}then the previous hash`,
    join: (previous: string, body: string) => `${body}${separator}${previous}`,
  })),
  {
    name: "the previous hash's bytes, then it",
    join: (previous, body, form) => Buffer.concat([digestBytes(previous, form), Buffer.from(body)]),
  },
];

/** What the first entry may take for the hash before it where it writes none down. */
const beginnings = ['', '0'.repeat(64), 'null', 'None', 'GENESIS', 'genesis', '0'];

/** What an entry follows: what it writes down itself, else the hash of the entry before it, else a beginning. */
export function previousOf(entry: ChainEntry, { previous }: ChainFields, before: string | undefined): string[] {
  const written = previous && valueAt(entry.value, previous);
  if (typeof written === 'string') return [written];
  return before === undefined ? beginnings : [before];
}

/** The hash an entry writes down. */
export function hashOf({ value }: ChainEntry, { hash }: ChainFields): string | undefined {
  const written = valueAt(value, hash);
  return typeof written === 'string' ? written : undefined;
}

/** Whether an entry's hash is what the form makes of it after another. */
export function follows(
  entry: ChainEntry,
  { fields, digest, body, join }: ChainForm,
  before: string | undefined,
): boolean {
  const text = body.make(entry, fields);
  const written = hashOf(entry, fields);
  return (
    text !== undefined &&
    written !== undefined &&
    previousOf(entry, fields, before).some(
      (previous) => digestText(join.join(previous, text, digest), digest) === written,
    )
  );
}

/** Entries looked at to find the form. */
export const sampleSize = 30;
/** A form that none of so many entries follows is not tried on more. */
const tried = 6;
/** Hashing is repeated some thousand times while looking: characters that may go into it. */
const mostCharacters = 100_000;

function bounded(sample: ChainEntry[]): ChainEntry[] {
  let characters = 0;
  return sample.filter(({ line }) => (characters += line.length) <= mostCharacters);
}

/**
 * The form that most of the first entries follow; one may be altered, and the first may look as if nothing came before. `undefined`
 * when none follows any form known here.
 */
export function findForm(all: ChainEntry[]): ChainForm | undefined {
  const sample = bounded(all);
  const count = (form: ChainForm, entries: ChainEntry[]): number =>
    entries.filter((entry, index) => {
      const last = sample[index - 1];
      return follows(entry, form, last && hashOf(last, form.fields));
    }).length;
  let best: { form: ChainForm; followed: number } | undefined;
  for (const form of possibleForms(sample)) {
    if (count(form, sample.slice(0, tried)) === 0) continue;
    const followed = count(form, sample);
    if (followed > (best?.followed ?? 0)) best = { form, followed };
    if (followed === sample.length) break;
  }
  return best?.form;
}

function* possibleForms(sample: ChainEntry[]): Generator<ChainForm> {
  for (const fields of chainFields(sample.map(({ value }) => value))) {
    const digest = sample.map((entry) => digestForm(hashOf(entry, fields))).find((form) => form !== undefined);
    if (digest === undefined) continue;
    for (const body of bodies) for (const join of joins) yield { fields, digest, body, join };
  }
}
