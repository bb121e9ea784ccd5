import type { PostmortemRecord } from '../../record/record.ts';
import { entriesOf, type Entry, matchConstant } from '../write/select.ts';
import type { Layout, LayoutEntries, LayoutFilter } from './layout.ts';

/** Indexes of the entries that a table or list shows: by its fixed rows, in their order, and the others. */
export type PlacedEntries = { fixed: number[][]; open: number[] };

/** Which entries stand where, and by collection those that stand nowhere. */
export type Placement = { at: Map<LayoutEntries, PlacedEntries>; nowhere: Map<string, number[]> };

/** `single` has the keys that fill a place for one entry. */
type Candidate = { filters: readonly LayoutFilter[]; single?: string[]; into: number[] };

/**
 * Gives every entry the place whose filter it fits best, as the writer of documents does. Other than there an entry
 * that is still empty has its place too, so that it can be filled in.
 */
export function placeEntries(layout: Layout, record: PostmortemRecord): Placement {
  const at = new Map<LayoutEntries, PlacedEntries>();
  const byCollection = new Map<string, Candidate[]>();
  for (const { items } of layout.sections)
    for (const item of items) if (item.kind === 'entries') at.set(item, placesOf(item, byCollection));
  const nowhere = new Map<string, number[]>();
  for (const [collection, candidates] of byCollection) {
    const entries = entriesOf(record, collection);
    const homeless = entries.flatMap((entry, index) => {
      const best = bestOf(entry, candidates);
      return best === undefined ? [index] : put(best, index, entries);
    });
    if (homeless.length > 0)
      nowhere.set(
        collection,
        homeless.sort((a, b) => a - b),
      );
  }
  return { at, nowhere };
}

/** Returns what has no place then: of several entries for one place the first that says anything has it. */
function put({ single, into }: Candidate, index: number, entries: readonly Entry[]): number[] {
  const [holder] = into;
  if (single === undefined || holder === undefined) {
    into.push(index);
    return [];
  }
  const states = (entry: Entry | undefined): boolean => single.some((key) => (entry?.[key] ?? '') !== '');
  if (states(entries[holder]) || !states(entries[index])) return [index];
  into[0] = index;
  return [holder];
}

function placesOf(item: LayoutEntries, byCollection: Map<string, Candidate[]>): PlacedEntries {
  const places: PlacedEntries = { fixed: [], open: [] };
  const candidates = byCollection.get(item.collection) ?? [];
  byCollection.set(item.collection, candidates);
  for (const { filter } of item.fixed ?? []) {
    const into: number[] = [];
    places.fixed.push(into);
    if (filter !== undefined) candidates.push({ filters: [...item.filter, ...filter], into });
  }
  const single = item.single === true ? { single: item.columns.map(({ key }) => key) } : {};
  if (item.open) candidates.push({ filters: item.filter, ...single, into: places.open });
  return places;
}

function bestOf(entry: Entry, candidates: readonly Candidate[]): Candidate | undefined {
  let best: Candidate | undefined;
  let bestScore = 0;
  for (const candidate of candidates) {
    const score = fit(entry, candidate.filters);
    if (score > bestScore) [best, bestScore] = [candidate, score];
  }
  return best;
}

/** 0: does not fit. More and more exact filters score higher; a catch-all fits least. */
function fit(entry: Entry, filters: readonly LayoutFilter[]): number {
  let score = 1;
  for (const filter of filters) {
    const own = matchConstant(entry, filter);
    if (own === 0) return 0;
    score += own < 1 ? own - 0.9 : own;
  }
  return score;
}
