import { z } from 'zod';
import { findQuote, type FoundQuote, type Quote, quoteOf } from '../../markdown/find-quote.ts';
import { fieldAt, partKind } from '../../record/field-at.ts';
import { valueAt } from '../../record/value-at.ts';
import { HindcastError } from '../errors.ts';
import { loadPart } from '../part/load.ts';
import type { Part } from '../part/assemble.ts';
import type { StoredContext } from '../stored-operation.ts';

const Text = z.string().max(10_000);
const Around = z.string().max(200);

/** Quoted words with what stood around them, and where a live room says that they begin and end: positions of Yjs as JSON. */
export const KeptQuote = z.strictObject({
  text: Text,
  before: Around,
  after: Around,
  from: z.number().int().min(0),
  positions: z.tuple([z.string().max(500), z.string().max(500)]).optional(),
});
export type KeptQuote = z.infer<typeof KeptQuote>;

/** Of what a thread speaks: `summary.text`, `timeline/UUID`, `timeline/UUID.text`; in a text, of some words of it. */
export const Place = z.object({ path: z.string(), quote: KeptQuote.nullable() });
export type Place = z.infer<typeof Place>;

/** A quote as input: the words, and, unless they stand in the text once, what stands around them. */
export const QuoteInput = Text.min(1);
export const AroundInput = KeptQuote.omit({ text: true });
export const PathInput = z.string().min(1).max(300);

/** A path in its pieces: the part of the record, the entry in it, the field in that. */
export type PlacePath = { key: string; id: string; field: string };

const pattern = /^(\w+)(?:\/([\w-]{1,100}))?(?:\.([\w.]{1,200}))?$/;

/** @throws HindcastError `record.unknown-field` for what no record has */
export function placePath(path: string): PlacePath {
  const [, key = '', id = '', field = ''] = pattern.exec(path) ?? [];
  const isEntry = partKind(key) === 'collection';
  if (partKind(key) === undefined || isEntry !== (id !== '') || fieldAt(key, field) === undefined)
    throw new HindcastError('record.unknown-field', { path });
  return { key, id, field };
}

/** The text that stands at a place of the record; undefined for what is no text, or not there. */
export function textIn(part: Part | undefined, { field }: PlacePath): string | undefined {
  const value = valueAt(part?.value, field);
  return typeof value === 'string' ? value : undefined;
}

/** The words alone become a quote with what stands around them. @throws HindcastError `comment.unclear` unless they stand there once */
function quoteIn(text: string, words: string, path: string): Quote {
  const count = text.split(words).length - 1;
  if (count !== 1) throw new HindcastError('comment.unclear', { count: String(count), path });
  const from = text.indexOf(words);
  return quoteOf(text, from, from + words.length);
}

/**
 * The place that a new thread speaks of. Words that a person has just written may be quoted before they have reached the record, so
 * a whole quote is taken as it is.
 * @throws HindcastError `record.unknown-field`, `record.entry-not-found`, `comment.unclear`
 */
export async function newPlace(
  context: StoredContext,
  incidentId: string,
  path: string,
  quote: string | KeptQuote | undefined,
): Promise<Place> {
  const at = placePath(path);
  if (at.id === '' && typeof quote !== 'string') return { path, quote: quote ?? null };
  const part = await loadPart(context, incidentId, at.key, at.id);
  if (at.id !== '' && part === undefined) throw new HindcastError('record.entry-not-found', { key: at.key, id: at.id });
  return { path, quote: typeof quote === 'string' ? quoteIn(textIn(part, at) ?? '', quote, path) : (quote ?? null) };
}

/** What has become of what a thread speaks of. */
export const Standing = z.enum(['there', 'changed', 'gone']);

/** Looks for a place in the parts of a record. */
export function standingOf({ path, quote }: Place, parts: readonly Part[]): z.infer<typeof Standing> {
  const at = placePath(path);
  const part = parts.find(({ key, id }) => key === at.key && id === at.id);
  if (at.id !== '' && part === undefined) return 'gone';
  if (quote === null) return 'there';
  const found = locate(textIn(part, at), quote);
  return found === undefined ? 'gone' : found.changed ? 'changed' : 'there';
}

/** Where quoted words stand in a text. */
export const locate = (text: string | undefined, quote: Quote): FoundQuote | undefined => findQuote(text ?? '', quote);
