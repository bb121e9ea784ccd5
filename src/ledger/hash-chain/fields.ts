import { digestForm } from './digest-text.ts';
import type { Json, JsonObject } from './json-text.ts';

/** Where a field is: its key, below another key when it is nested. */
export type Field = string[];

const hashNames =
  /^(?:(?:entry|record|event|line|row|log|block|chain|self|current|this|content|data|own)?(?:hash|sha256|digest|checksum)|sha256hash|hashsha256|id)$/;
const previousNames = /^(?:(?:prev|previous|parent|prior|last|preceding)\w{0,20}|hashprev|hashprevious|chainprev)$/;
const timeNames =
  /^(?:time|timestamp|ts|at|date|datetime|when|(?:created|logged|occurred|recorded|event|log|entry)(?:at|time|on|ts|timestamp))$/;

const nameOf = (field: Field) => (field.at(-1) ?? '').toLowerCase().replaceAll(/[^a-z0-9]/g, '');

/** The value of a field, `undefined` where there is none. */
export function valueAt(entry: JsonObject, [key = '', ...rest]: Field): Json | undefined {
  const value = Object.hasOwn(entry, key) ? entry[key] : undefined;
  if (rest.length === 0) return value;
  return isObject(value) ? valueAt(value, rest) : undefined;
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An entry without a field, or with another value in its place. */
export function withField(entry: JsonObject, [key = '', ...rest]: Field, value: Json | undefined): JsonObject {
  const members = Object.entries(entry).flatMap(([name, old]): [string, Json][] => {
    if (name !== key) return [[name, old]];
    if (rest.length > 0) return [[name, isObject(old) ? withField(old, rest, value) : old]];
    return value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries(members);
}

const fieldsOf = (entry: JsonObject): Field[] =>
  Object.entries(entry).flatMap(([key, value]) =>
    isObject(value) ? [[key], ...Object.keys(value).map((inner) => [key, inner])] : [[key]],
  );

/** The time an entry states, as written. */
export function timeOf(entry: JsonObject): string | undefined {
  const field = fieldsOf(entry).find((candidate) => timeNames.test(nameOf(candidate)));
  const value = field && valueAt(entry, field);
  if (typeof value === 'string') return value;
  return isObject(value) && typeof value['number'] === 'string' ? value['number'] : undefined;
}

/** Which fields hold an entry's own hash and the hash of the entry before it, if that is written down at all. */
export type ChainFields = { hash: Field; previous?: Field };

/** Fields looked at, and combinations tried: a log of a thousand fields is none that somebody wrote for this. */
const mostFields = 300;
const mostCandidates = 8;

const namedFirst = (fields: Field[], names: RegExp): Field[] =>
  fields.toSorted((left, right) => Number(names.test(nameOf(right))) - Number(names.test(nameOf(left))));

/**
 * Fields that may make the chain, the likeliest first. Fields that link entries are believed whatever their names; names alone decide
 * where nothing links.
 */
export function chainFields(entries: JsonObject[]): ChainFields[] {
  const seen = entries.slice(0, 3).flatMap((entry) => fieldsOf(entry).slice(0, mostFields));
  const all = [...new Map(seen.map((field) => [field.join('\0'), field])).values()];
  const digests = all.filter((field) => entries.some((entry) => digestForm(valueAt(entry, field)) !== undefined));
  const hashes = namedFirst(digests, hashNames).slice(0, mostCandidates);
  const calledPrevious = all.filter((field) => previousNames.test(nameOf(field)));
  const previous = namedFirst([...new Set([...calledPrevious, ...digests])], previousNames).slice(0, mostCandidates);
  const pairs = hashes.flatMap((hash) =>
    previous.filter((field) => field !== hash).map((field) => ({ hash, previous: field })),
  );
  const linked = pairs
    .map((fields) => ({ fields, links: countLinks(entries, fields) }))
    .filter(({ links }) => links > 0)
    .toSorted((left, right) => right.links - left.links);
  const byName = hashes
    .filter((hash) => hashNames.test(nameOf(hash)))
    .flatMap((hash) => [
      ...pairs.filter((pair) => pair.hash === hash && calledPrevious.includes(pair.previous)),
      { hash },
    ]);
  return [...linked.map(({ fields }) => fields), ...byName].slice(0, mostCandidates);
}

const countLinks = (entries: JsonObject[], { hash, previous }: { hash: Field; previous: Field }): number =>
  entries.filter((entry, index) => {
    const before = entries[index - 1];
    const value = valueAt(entry, previous);
    return before !== undefined && typeof value === 'string' && value === valueAt(before, hash);
  }).length;
