import { catalogue, type Field } from '../record/catalogue.ts';

/** Heading of what a template has no place for; read back whatever the template. */
export const alsoHeading = 'Also recorded';
/** First column of further fields: which entry of the document they belong to. */
export const ordinalColumn = 'No.';
/** A further field that is absent although the entry's place in the document implies a value. */
export const absentMark = '–';

/** Fields that are no placeholders of a template but must not get lost. */
const extra: Field[] = [
  { path: 'timeline.milestone', kind: 'line', collection: 'timeline' },
  { path: 'incident.planned', kind: 'flag' },
];

const all: Field[] = [...catalogue.values(), ...extra];

const abbreviation = /\b(?:api|id|sla|slo|url|utc)s?\b/g;

/** Words for a path: `impact.business.slaBreach` is `Impact, business, SLA breach`. Read back in any case. */
export function wordsOf(path: string): string {
  const words = path
    .split('.')
    .map((part) => part.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase())
    .join(', ')
    .replace(abbreviation, (letters) => letters.toUpperCase());
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Heading of the further fields of a collection: `Timeline: further fields`. */
export const furtherHeading = (collection: string): string => `${wordsOf(collection)}: further fields`;

const byKey = new Map(
  all.filter(({ collection }) => collection === undefined).map((field) => [wordsOf(field.path).toLowerCase(), field]),
);

/** Scalar fields in the order of the record. */
export const scalarFields: readonly Field[] = [...byKey.values()];

/** The scalar field of a label or heading, by its words. */
export const scalarByWords = (words: string): Field | undefined => byKey.get(words.toLowerCase());

/** Fields of each collection; the time of a timeline event stands for all of its parts. */
export const collectionFields: ReadonlyMap<string, Field[]> = group();

function group(): Map<string, Field[]> {
  const groups = new Map<string, Field[]>();
  for (const field of all) {
    if (field.collection === undefined) continue;
    const list = groups.get(field.collection) ?? [];
    if (field.path === 'timeline.time') list.unshift(field);
    else list.push(field);
    groups.set(field.collection, list);
  }
  return groups;
}

/** The key of a field within its entry. */
export const keyOf = (field: Field): string => field.path.slice((field.collection?.length ?? -1) + 1);
