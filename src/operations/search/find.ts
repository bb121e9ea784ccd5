import { z } from 'zod';
import { dayNumber } from '../../search/index.ts';
import { requirePermission } from '../access/require.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { heldSearch } from './held-search.ts';
import { marked, snippet } from './marked.ts';
import { foundRows, hiddenNumbers } from './seen.ts';
import type { Sought } from './sought.ts';

/** Results beyond these are not ranked: who wants them looks for more words. */
const mostRanked = 200;

/** What results can be narrowed by. */
export const facetNames = ['status', 'severity', 'service', 'cause', 'person', 'template', 'year'] as const;
export type Facet = (typeof facetNames)[number];

const Chosen = z.string().max(300).optional();
const Day = z.iso.date().optional();
const Input = z.strictObject({
  /** Words of all texts; "in quotes" one after the other, -without. All incidents without words. */
  words: z.string().max(300).default(''),
  status: Chosen,
  severity: Chosen,
  template: Chosen,
  service: Chosen,
  /** A cause of the taxonomy, as the incident tells it. */
  cause: Chosen,
  /** Somebody who had a role, attended, wrote, or owns an action. */
  person: Chosen,
  year: Chosen,
  /** The first and the last day on which it happened. */
  since: Day,
  until: Day,
  /** So many results are left out: those that are known already. */
  from: z.coerce.number().int().min(0).max(mostRanked).default(0),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});
type Input = z.infer<typeof Input>;

const Pieces = z.array(z.object({ text: z.string(), hit: z.literal(true).optional() }));
const Hit = z.object({
  id: z.string(),
  key: z.string(),
  title: Pieces,
  snippet: Pieces,
  /** The day it happened, or was written down. */
  day: z.string(),
  status: z.enum(['draft', 'inReview', 'approved', 'published', 'archived']),
  visibility: z.enum(['internal', 'restricted', 'published']),
  severity: z.string().nullable(),
  template: z.string(),
  services: z.array(z.string()),
});
export type Hit = z.infer<typeof Hit>;

const Values = z.array(z.object({ value: z.string(), count: z.number().int() }));
const Output = z.object({
  hits: z.array(Hit),
  /** All that match, shown or not. */
  total: z.number().int(),
  /** Where the next results begin; absent after the last one that is ranked. */
  next: z.number().int().optional(),
  /** How many match by each value, with what is chosen of the other facets. */
  facets: z.record(z.enum(facetNames), Values),
  /** Words that no incident has, and those that were looked for instead. */
  corrected: z.array(z.object({ from: z.string(), to: z.array(z.string()) })),
  /** No incident has all words: these have all but one. */
  relaxed: z.boolean(),
  /** The server has just begun and is still reading what is older: older incidents are missing. */
  reading: z.boolean(),
});
export type SearchAnswer = z.infer<typeof Output>;

async function find(context: StoredContext, input: Input): Promise<SearchAnswer> {
  requirePermission(context, 'incident.see');
  const { words, from, limit, since, until } = input;
  const [{ ask, whole }, hidden] = await Promise.all([
    heldSearch(context.database, context.config.taxonomy),
    hiddenNumbers(context),
  ]);
  const chosen = new Map(facetNames.flatMap((name) => (input[name] === undefined ? [] : [[name, input[name]]])));
  const wish = { words, chosen, hidden, facets: facetNames, from, limit: Math.min(limit, mostRanked - from) };
  const days = {
    ...(since === undefined ? {} : { since: dayNumber(since) }),
    ...(until === undefined ? {} : { until: dayNumber(until) }),
  };
  const found = await ask('search', { ...wish, ...days });
  const sought: Sought = { stems: found.stems, begun: found.begun, most: found.words };
  const rows = await foundRows(context, found.numbers);
  const hits = rows.map(({ number, title, texts, occurred, ...hit }) => ({
    ...hit,
    key: `INC-${number}`,
    title: marked(title, sought),
    snippet: snippet(texts, sought),
    day: occurred,
  }));
  const next = from + found.numbers.length;
  return {
    hits,
    total: found.total,
    ...(found.numbers.length > 0 && next < Math.min(found.total, mostRanked) ? { next } : {}),
    facets: Object.fromEntries(
      facetNames.map((name) => [name, found.facets.get(name) ?? []]),
    ) as SearchAnswer['facets'],
    corrected: found.corrected,
    relaxed: found.relaxed,
    reading: !whole,
  };
}

export const findIncidents: StoredOperation<Input, SearchAnswer> = {
  name: 'search.find',
  sentence: 'Find incidents you may see by the words of all their texts, the best first, and count what matches.',
  permission: 'incident.see',
  effect: 'read',
  input: Input,
  output: Output,
  route: { method: 'GET', path: '/search' },
  run: find,
};
