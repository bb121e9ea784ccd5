import { createContext, useContext } from 'react';
import type { Layout, LayoutFilter, LayoutItem } from '../../../src/templates/layout/layout.ts';
import { suggestionsFor } from './suggestions.ts';

/** The words of a template for a field, by its path in the record: `incident.severity`, `actions.horizon`. */
export type Offered = ReadonlyMap<string, readonly string[]>;

type Words = readonly (readonly [path: string, words: readonly string[]])[];

const ofFilters = (collection: string, filters: readonly LayoutFilter[]): Words =>
  filters.map(({ key, values }) => [`${collection}.${key}`, values.filter((value) => value !== '*')]);

/** What an item tells entries apart by, or lets tick, are words of its field. */
function ofItem(item: LayoutItem): Words {
  if (item.kind === 'choice') return [[item.path, item.options.flatMap(({ value }) => (value === '*' ? [] : [value]))]];
  if (item.kind !== 'entries') return [];
  const { collection, filter, fixed = [] } = item;
  return ofFilters(collection, [...filter, ...fixed.flatMap((row) => row.filter ?? [])]);
}

/** Words that a template has for fields: of its policy, and of what its lists and tables are told apart by. Pure. */
export function offeredBy({ policy, sections }: Layout): Offered {
  const horizons = policy.horizons.map(({ name }) => name);
  const all: Words = [
    ['incident.severity', Object.keys(policy.severities)],
    ['actions.status', Object.keys(policy.statuses)],
    ['actions.horizon', horizons],
    ['improvements.horizon', horizons],
    ['timeline.phase', policy.phases],
    ['reviews.interval', policy.reviews],
    ...sections.flatMap(({ items }) => items.flatMap(ofItem)),
    ['roles.role', policy.signoff],
  ];
  const offered = new Map<string, readonly string[]>();
  for (const [path, words] of all)
    if (words.length > 0) offered.set(path, [...new Set([...(offered.get(path) ?? []), ...words])]);
  return offered;
}

const context = createContext<Offered>(new Map());

/** Gives the words of the incident's template to all fields within. */
export const OfferedProvider = context.Provider;

/** Words to offer for a field by its path: those of the template, else those that are usual. */
export function useOffered(path: string): readonly string[] {
  return useContext(context).get(path) ?? suggestionsFor(path);
}
